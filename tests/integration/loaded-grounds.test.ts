import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { ROOT } from '../support/templates';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const upgrade = readFileSync(
  path.join(ROOT, 'prisma/migrations/20261124010000_grounds_of_loaded_records/migration.sql'),
  'utf8',
);

async function grounds() {
  const { rows: labels } = await getPool().query(
    'SELECT structure_id, label_source_url, label_from_name FROM award ORDER BY structure_id',
  );
  const { rows: sources } = await getPool().query(
    'SELECT structure_id, url, title, published_on FROM structure_source ORDER BY structure_id, url',
  );
  return { labels, sources };
}

describe('a database loaded before the grounds of a label were kept', () => {
  it('knows after its upgrade what a new one is loaded with, and is not changed twice', async () => {
    const loaded = await grounds();
    await getPool().query('UPDATE award SET label_source_url = NULL, label_from_name = false');
    await getPool().query(`DELETE FROM structure_source o USING structure s WHERE s.id = o.structure_id
      AND NOT EXISTS (SELECT 1 FROM award a WHERE a.structure_id = s.id AND a.source_url = o.url)`);
    expect((await grounds()).sources).toHaveLength(382);
    expect(await grounds()).not.toEqual(loaded);
    await getPool().query(upgrade);
    expect(await grounds()).toEqual(loaded);
    await getPool().query(upgrade);
    expect(await grounds()).toEqual(loaded);
  });

  it('leaves alone an award that came later than the note', async () => {
    await getPool().query(
      `INSERT INTO award (structure_id, wave_id, label) SELECT id, 'vague-10', 'fabrique' FROM structure WHERE slug = 'la-machinerie-amiens'`,
    );
    await getPool().query(upgrade);
    const { rows } = await getPool().query(`SELECT label_source_url FROM award WHERE wave_id = 'vague-10'`);
    expect(rows).toEqual([{ label_source_url: null }]);
  });
});
