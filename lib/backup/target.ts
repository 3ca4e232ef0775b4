import { type ClientBase, escapeIdentifier } from 'pg';
import { applyWithin, type Migration, readApplied } from '@/lib/database/migrations';
import { BackupError } from './backup-error';
import type { Header } from './format';
import { isCarried, readTables, type Table } from './tables';

/** Everything that stands in the schema by itself, and that no extension brought, as the statement that takes it away. */
const CONTENTS = `
  SELECT format('DROP %s IF EXISTS %s CASCADE', o.type, o.identity) AS statement
  FROM pg_depend d, LATERAL pg_identify_object(d.classid, d.objid, 0) AS o
  WHERE d.refclassid = 'pg_namespace'::regclass AND d.deptype = 'n' AND d.classid <> 'pg_extension'::regclass
    AND d.refobjid = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype IN ('e', 'i'))
  ORDER BY d.classid <> 'pg_class'::regclass, d.objid`;

const namesOf = (tables: Pick<Table, 'name'>[]) => tables.map(({ name }) => escapeIdentifier(name)).join(', ');

/** Keeps every other program out of these tables until the transaction ends. */
export async function lockTables(client: ClientBase, tables: Table[]): Promise<void> {
  if (tables.length > 0) await client.query(`LOCK TABLE ${namesOf(tables)} IN ACCESS EXCLUSIVE MODE`);
}

export async function holdsRows(client: ClientBase, tables: Table[]): Promise<boolean> {
  const questions = tables.map(({ name }) => `EXISTS (SELECT FROM ${escapeIdentifier(name)})`);
  const { rows } = await client.query<{ found: boolean }>(`SELECT ${['false', ...questions].join(' OR ')} AS found`);
  return rows[0]?.found ?? false;
}

/** Throws BackupError where the schema is shared with tables that no migration of the site made. */
export function refuseForeignTables(tables: Table[], migrations: Migration[]): void {
  const made = migrations.flatMap(({ sql }) => [...sql.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)/g)]);
  const names = new Set(made.map(([, name]) => name));
  const foreign = tables.filter(({ name }) => !names.has(name)).map(({ name }) => `« ${name} »`);
  if (foreign.length === 0) return;
  throw new BackupError(
    `Cette base contient aussi des tables que le site ne connaît pas (${foreign.join(', ')}) : rien n’a été écrit. Donnez avec DATABASE_URL une base vide, pour lui seul.`,
  );
}

async function takeAway(client: ClientBase) {
  const { rows } = await client.query<{ statement: string }>(CONTENTS);
  for (const { statement } of rows) await client.query(statement);
}

/** Brings the schema to the level of the backup: the site at another level is taken away and made anew. */
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

/**
 * The tables of the schema, emptied, with no trigger of the site at work: what these derive or refuse is loaded as it was.
 * Throws BackupError where they are not those of the backup.
 */
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
