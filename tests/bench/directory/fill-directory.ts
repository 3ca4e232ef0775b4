import type { ClientBase } from 'pg';
import { loadDefaultData } from '@/lib/default-data/load';
import { readLaureates } from '@/lib/default-data/read-tables';
import { checkDerived } from './check-derived';
import { insertBatch, preparePlaces } from './load-structures';
import {
  type SyntheticCommune,
  type SyntheticReference,
  type SyntheticStructure,
  type SyntheticWave,
  syntheticStructures,
  wordsOf,
} from './synthetic-structures';

const BATCH = 10_000;
const DIRECTORY = ['structure', 'structure_slug', 'structure_source', 'award', 'instalment'];

async function readReference(client: ClientBase): Promise<SyntheticReference> {
  const communes = await client.query<SyntheticCommune>(`
    SELECT c.code, c.name, coalesce(c.population, 0) AS population, c.longitude, c.latitude,
      (SELECT min(p.postcode) FROM commune_postcode p WHERE p.commune_code = c.code) AS postcode
    FROM commune c JOIN region r ON r.code = c.region_code WHERE r.is_ranked ORDER BY c.code`);
  const waves = await client.query<SyntheticWave>(`
    SELECT id, rank, flat_rate AS "flatRate", annual_ceiling_euros AS "annualCeilingEuros", duration_years AS "durationYears"
    FROM wave ORDER BY rank`);
  return { communes: communes.rows, waves: waves.rows, models: readLaureates() };
}

/** Removes the real laureates; places, call and waves stay. */
async function emptyDirectory(client: ClientBase) {
  await client.query(`TRUNCATE ${DIRECTORY.join(', ')}`);
  await client.query('DELETE FROM search_word');
}

type Definition = { table: string; name: string; definition: string };

/** Takes off what is checked or kept row by row, and returns the statements that put it back: at once costs a fraction. */
async function takeOffIndexes(client: ClientBase): Promise<string[]> {
  const references = await client.query<Definition>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])`,
    [DIRECTORY],
  );
  const indexes = await client.query<Definition>(
    `SELECT tablename AS table, indexname AS name, indexdef AS definition FROM pg_indexes i
     WHERE schemaname = current_schema AND tablename = ANY ($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    [DIRECTORY],
  );
  for (const { table, name } of references.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
  return [
    ...indexes.rows.map(({ definition }) => definition),
    ...references.rows.map(
      ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`,
    ),
  ];
}

function* batchesOf<Value>(values: Iterable<Value>): Generator<Value[]> {
  let batch: Value[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function writeWords(client: ClientBase, words: ReadonlySet<string>) {
  await client.query('INSERT INTO search_word (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [[...words]]);
  const { rows } = await client.query<{ name: string }>(`
    SELECT name FROM commune WHERE code IN (SELECT commune_code FROM structure)
    UNION SELECT name FROM department WHERE code IN (SELECT department_code FROM structure)
    UNION SELECT name FROM region WHERE code IN (SELECT region_code FROM structure)`);
  const ofPlaces = new Set(wordsOf(rows.map(({ name }) => name)));
  await client.query('INSERT INTO search_word (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    [...ofPlaces],
  ]);
}

async function writeStructures(client: ClientBase, structures: Iterable<SyntheticStructure>) {
  const words = new Set<string>();
  await preparePlaces(client);
  for (const batch of batchesOf(structures)) {
    for (const { name, officialName } of batch) {
      for (const word of wordsOf([name, officialName])) words.add(word);
    }
    await insertBatch(client, batch);
  }
  await writeWords(client, words);
  await client.query(`
    INSERT INTO structure_tally (region_code, department_code, territory, award_keys, structures)
    SELECT region_code, department_code, territory, award_keys, count(*) FROM structure GROUP BY 1, 2, 3, 4`);
  await client.query(`
    INSERT INTO structure_place_tally (region_code, department_code, territory, award_keys, cell_x, cell_y, structures,
      longitudes, latitudes, west, south, east, north, commune_code) SELECT * FROM structure_place`);
}

/**
 * Fills a migrated, empty database with that many synthetic structures in the real communes and waves. Row by row the
 * triggers would take an hour for a million: they sleep meanwhile, and are asked afterwards whether they agree.
 */
export async function fillDirectory(client: ClientBase, count: number): Promise<void> {
  await loadDefaultData(client);
  await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'`);
  await emptyDirectory(client);
  for (const table of DIRECTORY) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const putBack = await takeOffIndexes(client);
  await writeStructures(client, syntheticStructures(count, await readReference(client)));
  for (const statement of putBack) await client.query(statement);
  for (const table of DIRECTORY) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await checkDerived(client, count);
  await client.query('VACUUM ANALYZE');
}
