import type { ClientBase } from 'pg';
import { insertRows, loadDefaultData } from '@/lib/default-data/load';
import { readLaureates } from '@/lib/default-data/read-tables';
import {
  SOURCE_URL,
  type SyntheticCommune,
  type SyntheticReference,
  type SyntheticStructure,
  type SyntheticWave,
  syntheticStructures,
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

type Definition = { drop: string; add: string };

/** Checked and kept at once, and not row by row, they cost a fraction. Returns the statements that put them back. */
async function takeOffIndexes(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Definition>(
    `SELECT format('DROP INDEX %I', indexname) AS drop, indexdef AS add FROM pg_indexes i
     WHERE schemaname = current_schema AND tablename = ANY ($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])`,
    [DIRECTORY],
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

async function insertBatch(client: ClientBase, batch: SyntheticStructure[]) {
  await insertRows(
    client,
    'structure',
    batch.map(({ structure }) => structure),
  );
  await insertRows(
    client,
    'award',
    batch.flatMap(({ awards }) => awards),
  );
  await insertRows(
    client,
    'instalment',
    batch.flatMap(({ instalments }) => instalments),
  );
}

/** What triggers write as rows come, written of all at once. */
const DERIVED = [
  'INSERT INTO structure_slug (slug, structure_id) SELECT slug, id FROM structure',
  `INSERT INTO structure_source (structure_id, url, title) SELECT id, '${SOURCE_URL}', 'Liste des lauréats' FROM structure`,
  `INSERT INTO search_word (word)
    SELECT substr(word, 2) FROM ts_stat('SELECT search_vector FROM structure') WHERE word LIKE '=%'`,
  'SELECT count_anew()',
];

/** Triggers would take an hour for a million: all but that of the commune's copy sleep meanwhile. */
export async function fillDirectory(client: ClientBase, count: number): Promise<void> {
  await loadDefaultData(client);
  await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'`);
  await client.query(`TRUNCATE ${DIRECTORY.join(', ')}; DELETE FROM search_word`);
  for (const table of DIRECTORY) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query('ALTER TABLE structure ENABLE TRIGGER structure_before_write');
  const putBack = await takeOffIndexes(client);
  let batch: SyntheticStructure[] = [];
  for (const structure of syntheticStructures(count, await readReference(client))) {
    batch.push(structure);
    if (batch.length < BATCH) continue;
    await insertBatch(client, batch);
    batch = [];
  }
  await insertBatch(client, batch);
  for (const statement of [...DERIVED, ...putBack]) await client.query(statement);
  for (const table of DIRECTORY) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query('VACUUM ANALYZE');
}
