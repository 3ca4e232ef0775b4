import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { ROOT } from '../support/templates';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const upgrade = readFileSync(
  path.join(ROOT, 'prisma/migrations/20261125000000_words_as_written/migration.sql'),
  'utf8',
);

const read = async () =>
  (await getPool().query('SELECT id, search_vector, updated_at FROM structure ORDER BY id')).rows as object[];

it('a database loaded before words were kept as written has them after its upgrade, and nothing else changes', async () => {
  const loaded = await read();
  await getPool().query(`UPDATE structure SET search_vector = ts_delete(search_vector,
    ARRAY(SELECT word FROM unnest(tsvector_to_array(search_vector)) AS word WHERE word LIKE '=%'))`);
  expect(await read()).not.toEqual(loaded);
  await getPool().query('DROP FUNCTION words_as_written');
  await getPool().query(`BEGIN; ${upgrade} COMMIT`);
  expect(await read()).toEqual(loaded);
});
