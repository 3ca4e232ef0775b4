import { type ClientBase, escapeIdentifier } from 'pg';
import { applyWithin, type Migration, readApplied } from '@/lib/database/migrations';
import { BackupError } from './backup-error';
import type { Header } from './format';
import { isCarried, readTables, type Table } from './tables';

/** That no extension brought. */
const CONTENTS = `
  SELECT format('DROP %s IF EXISTS %s CASCADE', o.type, o.identity) AS statement
  FROM pg_depend d, LATERAL pg_identify_object(d.classid, d.objid, 0) AS o
  WHERE d.refclassid = 'pg_namespace'::regclass AND d.deptype = 'n' AND d.classid <> 'pg_extension'::regclass
    AND d.refobjid = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype IN ('e', 'i'))
  ORDER BY d.classid <> 'pg_class'::regclass, d.objid`;

const namesOf = (tables: Pick<Table, 'name'>[]) => tables.map(({ name }) => escapeIdentifier(name)).join(', ');

export async function lockTables(client: ClientBase, tables: Table[]): Promise<void> {
  if (tables.length > 0) await client.query(`LOCK TABLE ${namesOf(tables)} IN ACCESS EXCLUSIVE MODE`);
}

export async function holdsRows(client: ClientBase, tables: Table[]): Promise<boolean> {
  const questions = tables.map(({ name }) => `EXISTS (SELECT FROM ${escapeIdentifier(name)})`);
  const { rows } = await client.query<{ found: boolean }>(`SELECT ${['false', ...questions].join(' OR ')} AS found`);
  return rows[0]?.found ?? false;
}

/** What anyone may have put in the schema and would lose with it. */
const NAMED = `
  WITH one AS (
    SELECT 'pg_class'::regclass AS kind, oid, relname AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'f', 'v', 'm')
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
  )
  SELECT DISTINCT name::text COLLATE "C" AS name FROM one
  WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = one.kind AND d.objid = one.oid AND d.deptype = 'e')
  ORDER BY name`;

const CREATION = /CREATE (?:OR REPLACE )?(?:TABLE|VIEW|FUNCTION) (?:IF NOT EXISTS )?"?(\w+)/g;

/** Throws BackupError. */
export async function refuseForeignObjects(client: ClientBase, migrations: Migration[]): Promise<void> {
  const made = migrations.flatMap(({ sql }) => [...sql.matchAll(CREATION)].map(([, name]) => name));
  const known = new Set(['_prisma_migrations', ...made]);
  const { rows } = await client.query<{ name: string }>(NAMED);
  const foreign = rows.filter(({ name }) => !known.has(name)).map(({ name }) => `« ${name} »`);
  if (foreign.length === 0) return;
  throw new BackupError(
    `Cette base contient aussi des tables, vues ou fonctions que le site ne connaît pas (${foreign.join(', ')}) : rien n’a été écrit. Donnez avec DATABASE_URL une base vide, pour lui seul.`,
  );
}

async function takeAway(client: ClientBase) {
  const { rows } = await client.query<{ statement: string }>(CONTENTS);
  for (const { statement } of rows) await client.query(statement);
}

export async function bringToLevel(client: ClientBase, migrations: Migration[]): Promise<void> {
  const applied = await readApplied(client);
  const isThere =
    applied.length === migrations.length &&
    migrations.every(({ checksum }, rank) => applied[rank]?.checksum === checksum);
  if (isThere) return;
  if (applied.length > 0) await takeAway(client);
  await applyWithin(client, migrations);
}

const shape = (tables: Header['tables']) =>
  JSON.stringify(tables.map(({ name, columns }) => [name, columns]).toSorted());

/** Leaves their triggers disabled. Throws BackupError where the tables are not those of the backup. */
export async function emptyTables(client: ClientBase, { tables: expected }: Header): Promise<Table[]> {
  const tables = await readTables(client);
  const carried = tables.filter(isCarried);
  if (shape(carried) !== shape(expected)) {
    throw new BackupError(
      'Les tables de la sauvegarde ne sont pas celles que ses migrations font : rien n’a été écrit.',
    );
  }
  for (const { name } of tables) await client.query(`ALTER TABLE ${escapeIdentifier(name)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${namesOf(tables)} RESTART IDENTITY`);
  return tables;
}

export async function enableTriggers(client: ClientBase, tables: Table[]): Promise<void> {
  for (const { name } of tables) await client.query(`ALTER TABLE ${escapeIdentifier(name)} ENABLE TRIGGER USER`);
}
