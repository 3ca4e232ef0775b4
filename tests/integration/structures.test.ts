import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { listNearest } from '@/lib/structures/nearest';
import { countSlugChunks, findCurrentSlug, getStructure, listStructureSlugs } from '@/lib/structures/queries';
import type { StructureRecord } from '@/lib/structures/record';
import { readSurroundings } from '@/lib/structures/surroundings';
import { kilometresBetween, type Laureate, laureates } from '../support/naive-directory';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const ROUBAIX = 'la-condition-publique-roubaix';

type Located = Laureate & { longitude: number; latitude: number };
const isLocated = (laureate: Laureate): laureate is Located =>
  laureate.longitude !== null && laureate.latitude !== null;

async function open(slug: string): Promise<StructureRecord> {
  const record = await getStructure(slug);
  if (!record) throw new Error(`${slug} is not public`);
  return record;
}

async function labelGround(slug: string) {
  const [award] = (await open(slug)).awards;
  return [award?.labelSourceUrl, award?.labelFromName];
}

async function write(statement: string, ...values: unknown[]) {
  await getPool().query(statement, values);
  emptyDirectoryCache();
}

describe('one record', () => {
  it('holds what the sources say, down to the article that named it', async () => {
    expect(await open(ROUBAIX)).toMatchObject({
      name: 'La Condition Publique',
      commune: { code: '59512', name: 'Roubaix' },
      region: { slug: 'hauts-de-france' },
      territory: 'qpv',
      territoryBasis: 'announcement',
      website: 'https://laconditionpublique.com/',
      sources: [{ publishedOn: '2020-02-04', title: expect.stringContaining('IREV') }],
      awards: [{ wave: { id: 'vague-1', announcedOn: '2020-02-03' }, label: 'unknown', instalments: [] }],
      updatedAt: '2026-11-22T23:00:00+00:00',
    });
  });

  it('says on what its label rests, never on the page that names it when another gives the label', async () => {
    expect(await labelGround('la-machinerie-amiens')).toEqual([
      'https://lamachinerie.org/2020/01/20/les-tiers-lieux-damiens-reconnus-comme-fabrique-numerique-du-grand-amienois-nous-recrutons/',
      false,
    ]);
    expect(await labelGround('fabrique-numerique-vichyco-vichy')).toEqual([null, true]);
    expect(await labelGround(ROUBAIX)).toEqual([null, false]);
    const { rows } = await getPool().query(
      `SELECT count(*)::int AS known, count(label_source_url)::int AS pages, count(*) FILTER (WHERE label_from_name)::int AS names
       FROM award WHERE label_source_url IS NOT NULL OR label_from_name`,
    );
    expect(rows).toEqual([{ known: 26, pages: 22, names: 5 }]);
  });

  it('has among its sources the page that gives its territory or the name of its quarter', async () => {
    const coursive = await open('la-coursive-boutaric-dijon');
    expect(coursive).toMatchObject({ territoryBasis: 'source' });
    expect(coursive.sources).toContainEqual({
      url: 'https://ess-bfc.org/node/3692',
      title: 'ess-bfc.org',
      publishedOn: null,
    });
    const { rows } = await getPool().query<{ pages: number }>(
      `SELECT count(*)::int AS pages FROM structure_source GROUP BY structure_id HAVING count(*) > 1`,
    );
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ pages: 2 })));
  });

  it('says the money year after year, and a bonus without a year', async () => {
    const { rows } = await getPool().query<{ slug: string }>(
      `SELECT s.slug FROM structure s JOIN award a ON a.structure_id = s.id WHERE a.wave_id = 'vague-5' ORDER BY s.id LIMIT 1`,
    );
    const [award] = (await open(rows[0]?.slug ?? '')).awards;
    expect(award?.instalments.map(({ yearOfAid, amountEuros, status }) => [yearOfAid, amountEuros, status])).toEqual([
      [1, 50_000, 'announced'],
      [2, 50_000, 'announced'],
      [3, 50_000, 'announced'],
    ]);
    const machinerie = await open('la-machinerie-grenoble');
    expect(machinerie.awards[0]?.instalments).toMatchObject([
      { purpose: 'digital_bonus', yearOfAid: null, amountEuros: 100_000 },
    ]);
  });

  it('never shows the note that editors keep for themselves, nor the state of the record', async () => {
    await write(`UPDATE structure SET editorial_note = 'SECRET' WHERE slug = $1`, ROUBAIX);
    const record = await open(ROUBAIX);
    expect(JSON.stringify(record)).not.toContain('SECRET');
    expect(Object.keys(record)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/editorial|published|archived|version|createdAt/)]),
    );
  });

  it('is dated by the last change of its own, of its awards or of their instalments', async () => {
    const before = (await open('la-machinerie-grenoble')).updatedAt;
    await write(
      `UPDATE instalment SET updated_at = '2027-03-04T10:00:00Z' WHERE purpose = 'digital_bonus'
       AND award_id = (SELECT a.id FROM award a JOIN structure s ON s.id = a.structure_id WHERE s.slug = 'la-machinerie-grenoble')`,
    );
    expect(before).toBe('2026-11-22T23:00:00+00:00');
    expect((await open('la-machinerie-grenoble')).updatedAt).toBe('2027-03-04T10:00:00+00:00');
  });

  it('is null, never an error, for any text that is no slug', async () => {
    for (const slug of [
      '',
      '\0',
      'a\0b',
      '😀',
      '\uD800',
      '%00',
      '../x',
      'La-Condition',
      'a'.repeat(10_000),
      'inconnue',
    ]) {
      expect(await getStructure(slug)).toBeNull();
      expect(await findCurrentSlug(slug)).toBeNull();
    }
  });
});

describe('a structure that is not public', () => {
  const DRAFT = 'brouillon-roubaix';
  const ARCHIVED = 'pop-lille';

  beforeAll(async () => {
    await write(
      `INSERT INTO structure (id, slug, name, commune_code, longitude, latitude, position_precision)
       SELECT 'draft', $1, 'Brouillon', code, longitude, latitude, 'commune' FROM commune WHERE code = '59512'`,
      DRAFT,
    );
    await write(`UPDATE structure SET archived_at = now() WHERE slug = $1`, ARCHIVED);
  });

  it('has no record, no former address, no line in the sitemap, and is nobody’s neighbour', async () => {
    const slugs = (await listStructureSlugs()).map(({ slug }) => slug);
    const near = (await listNearest(await open(ROUBAIX))).structures.map(({ slug }) => slug);
    for (const slug of [DRAFT, ARCHIVED]) {
      expect(await getStructure(slug)).toBeNull();
      expect(await findCurrentSlug(slug)).toBeNull();
      expect(slugs).not.toContain(slug);
      expect(near).not.toContain(slug);
    }
    expect(slugs).toHaveLength(381);
    expect(await countSlugChunks()).toBe(1);
    expect(await listStructureSlugs(1)).toEqual([]);
  });

  it('does not lead from a former address either', async () => {
    await write(`UPDATE structure SET slug = 'brouillon-renomme-roubaix' WHERE id = 'draft'`);
    expect(await findCurrentSlug(DRAFT)).toBeNull();
  });
});

describe('an address that changed', () => {
  it('leads from each former address to the present one, and is given to nobody else', async () => {
    await write(`UPDATE structure SET slug = 'ess-team-renommee' WHERE slug = 'ess-team-tourcoing'`);
    await write(`UPDATE structure SET slug = 'ess-team-encore' WHERE slug = 'ess-team-renommee'`);
    expect(await getStructure('ess-team-tourcoing')).toBeNull();
    expect(await findCurrentSlug('ess-team-tourcoing')).toBe('ess-team-encore');
    expect(await findCurrentSlug('ess-team-renommee')).toBe('ess-team-encore');
    expect(await findCurrentSlug('ess-team-encore')).toBeNull();
    expect((await open('ess-team-encore')).name).toBe('ESS Team');
    await expect(write(`UPDATE structure SET slug = 'ess-team-tourcoing' WHERE slug = $1`, ROUBAIX)).rejects.toThrow(
      /belongs to another structure/,
    );
  });
});

describe('the nearest structures', () => {
  beforeAll(() => write(`UPDATE structure SET archived_at = NULL WHERE published_at IS NOT NULL`));

  it('are those of a naive measure over the source, for every laureate, overseas included', async () => {
    const located = laureates.filter(isLocated);
    for (const one of located) {
      const expected = located
        .filter(({ id }) => id !== one.id)
        .map((other) => kilometresBetween(one, other))
        .toSorted((a, b) => a - b)
        .slice(0, 6);
      const { id, longitude, latitude, department, region } = {
        ...one,
        department: { code: one.department, name: '' },
        region: { code: one.regionCode, slug: '', name: '' },
      };
      const { by, structures } = await listNearest({ id, longitude, latitude, department, region });
      expect(by).toBe('distance');
      expect(structures).toHaveLength(6);
      for (const [rank, { distanceKm }] of structures.entries()) {
        expect(Math.abs((distanceKm ?? -1) - (expected[rank] ?? 0)), `${one.slug}, ${rank}`).toBeLessThan(0.001);
      }
    }
  });

  it('come without a distance from the same département when the record has no position', async () => {
    const record = await open(ROUBAIX);
    const unlocated = { ...record, id: record.id, longitude: null, latitude: null };
    await write('SELECT 1');
    const { by, structures } = await listNearest(unlocated);
    expect(by).toBe('department');
    expect(structures.length).toBeGreaterThan(3);
    expect(structures.every(({ distanceKm }) => distanceKm === null)).toBe(true);
    expect(structures.map(({ slug }) => slug)).not.toContain(ROUBAIX);
  });

  it('are none where the collectivity has a single laureate without a position', async () => {
    expect(await readSurroundings(await open('anis-saint-martin'))).toEqual({
      nearby: { by: 'region', structures: [] },
      towns: [],
    });
  });

  it('are read through the index of positions, so that a million structures change nothing', async () => {
    const { rows } = await getPool().query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT s.id FROM structure s WHERE s.published_at IS NOT NULL AND s.archived_at IS NULL
       AND s.longitude IS NOT NULL ORDER BY point(s.longitude, s.latitude) <-> point(3, 50) LIMIT 6`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('structure_public_position');
  });
});
