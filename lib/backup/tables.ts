import { finished } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error';
import type { Header } from './format';

/** They belong to a moment: a session that was ended since, or a link that was used, would open again. */
const NOT_CARRIED = new Set(['access_link', 'session', 'verification']);

export type Table = {
  name: string;
  /** What PostgreSQL works out is not written. */
  columns: string[];
  /** The primary key as SQL, in an order that no collation of the server changes. */
  order: string;
  refersTo: string[];
};

/** That no extension brought, without the bookkeeping of the migrations. */
const TABLES = `
  SELECT c.relname::text AS name,
    ARRAY(
      SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum
    ) AS columns,
    (
      SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.rank)
      FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(attnum, rank), pg_attribute a
      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum
    ) AS "order",
    ARRAY(
      SELECT DISTINCT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> f.conrelid
    ) AS "refersTo"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname COLLATE "C"`;

const COUNTERS = `
  SELECT c.relname::text AS table, a.attname::text AS column, q.last_value::text AS last,
    has_sequence_privilege(format('%I.%I', q.schemaname, q.sequencename), 'USAGE, SELECT') AS "isReadable"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    JOIN pg_sequences q ON format('%I.%I', q.schemaname, q.sequencename)
      = pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname)
  WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY 1, 2`;

function inOrderOfReferences(tables: Table[]): Table[] {
  const ordered = new Map<string, Table>();
  while (ordered.size < tables.length) {
    const next = tables.filter(({ name, refersTo }) => !ordered.has(name) && refersTo.every((one) => ordered.has(one)));
    if (next.length === 0) throw new Error('Some tables refer to each other in a circle');
    for (const table of next) ordered.set(table.name, table);
  }
  return [...ordered.values()];
}

export const readTables = async (client: ClientBase): Promise<Table[]> =>
  inOrderOfReferences((await client.query<Table>(TABLES)).rows);

export const isCarried = ({ name }: Pick<Table, 'name'>): boolean => !NOT_CARRIED.has(name);

/** Throws BackupError for an account from which a number is hidden: given again, it would name two things. */
export async function readCounters(client: ClientBase): Promise<Header['counters']> {
  type Counter = { table: string; column: string; last: string | null; isReadable: boolean };
  const { rows } = await client.query<Counter>(COUNTERS);
  if (rows.some(({ isReadable }) => !isReadable)) {
    throw new BackupError(
      'Le compte de DATABASE_URL ne peut pas lire tout ce qu’une sauvegarde doit contenir : donnez celui à qui la base appartient.',
    );
  }
  return rows.flatMap(({ table, column, last }) => (last === null ? [] : [{ table, column, last }]));
}

export const columnList = (columns: string[]): string => columns.map(escapeIdentifier).join(', ');

/** In the order of the key: two databases that hold the same give the same bytes. */
export async function* copyOut(client: ClientBase, { name, columns, order }: Table): AsyncGenerator<Buffer> {
  const statement = `COPY (SELECT ${columnList(columns)} FROM ${escapeIdentifier(name)} ORDER BY ${order}) TO STDOUT`;
  const rows = client.query(copyTo(statement));
  try {
    yield* rows.iterator({ destroyOnReturn: false });
  } finally {
    // Left half-way, the connection would never come to its next question.
    if (!rows.readableEnded) await finished(rows.resume()).catch(() => {});
  }
}
