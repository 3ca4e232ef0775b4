import { describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { listStructures } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await getPool().query<Row>(text, values)).rows;

async function found(query: string): Promise<string[]> {
  emptyDirectoryCache();
  const { filter } = await readDirectoryFilter(new URLSearchParams(query));
  return (await listStructures(filter)).items.map(({ slug }) => slug).toSorted();
}

describe('a commune of the yearly geographic code', () => {
  it('gives its new name to the addresses and the searches of its structures, former addresses kept', async () => {
    const before = await found('q=amiens');
    expect(before).toContain('la-machinerie-amiens');
    await ask(`UPDATE commune SET name = 'Samarobriva' WHERE code = '80021'`);
    expect(await found('q=samarobriva')).toEqual(
      before.filter((slug) => slug.endsWith('-amiens')).map((slug) => slug.replace(/-amiens$/, '-samarobriva')),
    );
    expect(
      await ask(
        `SELECT s.slug FROM structure_slug l JOIN structure s ON s.id = l.structure_id WHERE l.slug = 'la-machinerie-amiens'`,
      ),
    ).toEqual([{ slug: 'la-machinerie-samarobriva' }]);
    await ask(`UPDATE commune SET name = 'Amiens' WHERE code = '80021'`);
    expect(await found('q=amiens')).toEqual(before);
  });

  it('gives them its new département and région, and every count follows', async () => {
    const [north] = [await found('departement=59&q=roubaix')];
    expect(north.length).toBeGreaterThan(0);
    await ask(`UPDATE commune SET department_code = '75', region_code = '11' WHERE code = '59512'`);
    expect(await found('departement=59&q=roubaix')).toEqual([]);
    expect(await found('departement=75&q=roubaix')).toEqual(north);
    expect(await found('region=ile-de-france&q=roubaix')).toEqual(north);
    expect(
      await ask(
        'SELECT 1 FROM structure s JOIN commune c ON c.code = s.commune_code WHERE s.region_code <> c.region_code',
      ),
    ).toEqual([]);
  });

  it('keeps two structures of one name apart', async () => {
    const [one, other] = await ask<{ id: string }>('SELECT id FROM structure ORDER BY id LIMIT 2');
    await ask(`UPDATE structure SET name = 'La Halle', commune_code = '59350' WHERE id IN ($1, $2)`, [
      one?.id,
      other?.id,
    ]);
    await ask(`UPDATE commune SET name = 'Lille-en-Flandre' WHERE code = '59350'`);
    expect(await ask('SELECT slug FROM structure WHERE id IN ($1, $2) ORDER BY id', [one?.id, other?.id])).toEqual([
      { slug: 'la-halle-lille-en-flandre' },
      { slug: 'la-halle-lille-en-flandre-2' },
    ]);
  });

  it('waits for whoever saves one of its structures, who waits for nobody', async () => {
    const [one, other] = await ask<{ id: string }>(`SELECT id FROM structure WHERE commune_code = '59350' ORDER BY id`);
    const [saving, renaming] = [await getPool().connect(), await getPool().connect()];
    try {
      await saving.query('BEGIN');
      await saving.query('SELECT 1 FROM structure WHERE id = $1 FOR UPDATE', [other?.id]);
      const renamed = renaming.query(`UPDATE commune SET name = 'Lille' WHERE code = '59350'`);
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await expect.poll(() => ask(waiting)).not.toEqual([]);
      await saving.query(`UPDATE structure SET name = 'Gare', slug = free_slug(id, 'Gare', 'Lille') WHERE id = $1`, [
        other?.id,
      ]);
      await saving.query('COMMIT');
      await renamed;
    } finally {
      saving.release();
      renaming.release();
    }
    expect(await ask('SELECT slug FROM structure WHERE id IN ($1, $2) ORDER BY id', [one?.id, other?.id])).toEqual([
      { slug: 'la-halle-lille' },
      { slug: 'gare-lille' },
    ]);
  });

  it('is found by the new name of its département and of its région', async () => {
    await ask(`UPDATE department SET name = 'Val de Somme' WHERE code = '80'`);
    await ask(`UPDATE region SET name = 'Picardie et Flandre' WHERE code = '32'`);
    expect((await found('q=picardie+flandre')).length).toBe(20);
    expect(await found('q=val+somme')).toContain('la-machinerie-amiens');
  });
});
