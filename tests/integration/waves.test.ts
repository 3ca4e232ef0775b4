import { describe, expect, it } from 'vitest';
import { regionLinksOf } from '@/components/waves/region-links';
import { announcementLead, announcementTitle } from '@/components/waves/regional-words';
import { announcedAgainstListed } from '@/components/waves/wave-words';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { listLaureates, MOST_LISTED } from '@/lib/figures/laureates';
import { getProgress } from '@/lib/figures/progress';
import { readRegionalAnnouncement } from '@/lib/figures/regional-announcement';
import { readWaveSheet } from '@/lib/figures/wave-sheet';
import { listWaves } from '@/lib/waves/queries';
import { laureates } from '../support/naive-directory';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('progress towards the 300', () => {
  it('counts the waves announced before 2023, reached in December 2021', async () => {
    const progress = await getProgress();
    expect(progress).toMatchObject({ announced: 300, listed: 300, reachedBy: { announcedOn: '2021-12-01' } });
    expect(progress.composition).toEqual({ qpv: 80, rural: 93, unknown: 127 });
  });

  it('keeps waves 9 and 10 beside, never in it', async () => {
    const { beside } = await getProgress();
    expect(beside.map(({ id, announcedCount, listedCount }) => [id, announcedCount, listedCount])).toEqual([
      ['vague-9', 82, 82],
      ['vague-10', 80, 0],
    ]);
  });
});

describe('the announcement of a wave', () => {
  it('says what was announced beside what is listed, for every wave', async () => {
    const said = (await listWaves()).map(announcedAgainstListed);
    expect(said).toEqual([
      '80 annoncés, 79 dans l’annuaire',
      '109 annoncés, 109 dans l’annuaire',
      '29 annoncés, 29 dans l’annuaire',
      '62 annoncés, 64 dans l’annuaire',
      '20 annoncés, 19 dans l’annuaire',
      '82 annoncés, 82 dans l’annuaire',
      '80 annoncés, aucun nom publié',
    ]);
  });

  it('lists its laureates région by région, each once', async () => {
    for (const { id } of await listWaves()) {
      const sheet = await readWaveSheet(id);
      const rows = laureates.filter(({ wave }) => wave === id);
      expect(sheet?.laureates.map(({ slug }) => slug).toSorted()).toEqual(rows.map(({ slug }) => slug).toSorted());
      expect(sheet?.regions.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      for (const region of sheet?.regions ?? []) {
        expect(region.count).toBe(rows.filter(({ regionCode }) => regionCode === region.code).length);
      }
    }
  });

  it('counts on its map the laureates of the wave alone, and leads to them where there are some', async () => {
    for (const { id } of await listWaves()) {
      const sheet = await readWaveSheet(id);
      const links = sheet ? regionLinksOf(sheet) : [];
      const rows = laureates.filter(({ wave }) => wave === id);
      expect(links.length).toBe(19);
      for (const { code, count, href } of links) {
        expect(count).toBe(rows.filter(({ regionCode }) => regionCode === code).length);
        expect(href).toMatch(count > 0 ? new RegExp(`^/vagues/${id}/[a-z-]+$`) : /^\/regions\/[a-z-]+$/);
      }
    }
    const eighth = await readWaveSheet('vague-8');
    expect(eighth && regionLinksOf(eighth).find(({ name }) => name === 'Guadeloupe')).toMatchObject({
      count: 0,
      href: '/regions/guadeloupe',
    });
  });

  it('does not exist for an unknown wave or région', async () => {
    expect(await readWaveSheet('vague-99')).toBeNull();
    expect(await readWaveSheet('\u0000')).toBeNull();
    expect(await readRegionalAnnouncement('vague-1', 'atlantide')).toBeNull();
    expect(await readRegionalAnnouncement('😀', 'hauts-de-france')).toBeNull();
  });
});

describe('the announcement of 3 February 2020 for Hauts-de-France', () => {
  it('gives the seven names with their commune, and the site where there is one', async () => {
    const announcement = await readRegionalAnnouncement('vague-1', 'hauts-de-france');
    expect(announcement?.laureates.map(({ name, commune, website }) => [name, commune, website])).toEqual([
      ['Association La petite Pierre', 'Coudekerque-Branche', null],
      ['Efficience, solidaire et créative', 'Maubeuge', 'https://efficience59.fr/'],
      ['ESS Team', 'Tourcoing', 'https://www.linkedin.com/company/essteam-fr/'],
      ['La Condition Publique', 'Roubaix', 'https://laconditionpublique.com/'],
      ['La machinerie', 'Amiens', 'https://lamachinerie.org/'],
      ["La station, écosystème d'innovation et d'entrepreneuriat", 'Saint-Omer', 'http://pop.eu.com/lastation'],
      ['Pop', 'Lille', 'https://pop.eu.com/'],
    ]);
    expect(announcement?.composition).toEqual({ qpv: 7, rural: 0, unknown: 0 });
    expect(announcement?.sources.map(({ publishedOn }) => publishedOn)).toContain('2020-02-04');
  });

  it('says what it is in its title and its first lines', async () => {
    const announcement = await readRegionalAnnouncement('vague-1', 'hauts-de-france');
    if (!announcement) throw new Error('no announcement');
    expect(plain(announcementTitle(announcement))).toBe('Les sept premiers lauréats des Hauts-de-France');
    expect(plain(announcementLead(announcement))).toBe(
      'Sept des 79 noms connus de la vague 1 sont en Hauts-de-France. Tous sont dans un quartier prioritaire de la politique de la ville (QPV). Cinq sont dans le Nord.',
    );
  });

  it('says that there is none where a wave has no laureate', async () => {
    const none = await readRegionalAnnouncement('vague-10', 'bretagne');
    if (!none) throw new Error('no announcement');
    expect(none.laureates).toEqual([]);
    expect(plain(announcementTitle(none))).toBe('Vague 10 : aucun lauréat connu en Bretagne');
  });
});

describe('a sheet too long to read', () => {
  it('stops at its bound, whatever the directory holds', async () => {
    await getPool().query(`
      WITH added AS (
        INSERT INTO structure (slug, name, commune_code, published_at)
        SELECT 'essai-' || n, 'Essai ' || n, '59512', now() FROM generate_series(1, ${MOST_LISTED + 50}) n RETURNING id
      ) INSERT INTO award (structure_id, wave_id) SELECT id, 'vague-10' FROM added`);
    emptyDirectoryCache();
    const sheet = await readWaveSheet('vague-10');
    expect(sheet?.wave.listedCount).toBe(MOST_LISTED + 50);
    expect(sheet?.laureates).toHaveLength(MOST_LISTED);
    expect(await listLaureates(EMPTY_FILTER, 'wave')).toHaveLength(MOST_LISTED);
  });
});
