import { columnName } from '@/lib/fields/field';
import type { Prisma } from '@/prisma/generated/client';
import { join, raw, sql } from './db';

const ID_TYPES = { structure: 'text', award: 'uuid', instalment: 'uuid' } as const;

/** Columns as Prisma names them, values as the journal writes them: days `YYYY-MM-DD`, instants ISO. */
type RowPatch = { id: string; columns: Readonly<Record<string, unknown>> };

/** What a patch does not name stays, the version counts on. The rows are held by the caller. */
export async function updateRows(
  tx: Prisma.TransactionClient,
  table: keyof typeof ID_TYPES,
  rows: readonly RowPatch[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))].map(columnName);
  const patches = rows.map(({ id, columns }) => ({
    id,
    patch: Object.fromEntries(Object.entries(columns).map(([name, value]) => [columnName(name), value])),
  }));
  const written = names.map((name) => raw(`${name} = now_said.${name}`));
  await tx.$executeRaw(sql`
    UPDATE ${raw(table)} t
    SET ${join([...written, sql`version = t.version + 1`, sql`updated_at = clock_timestamp()`])}
    FROM jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) AS given(id ${raw(ID_TYPES[table])}, patch jsonb)
      JOIN ${raw(table)} before ON before.id = given.id
      CROSS JOIN LATERAL jsonb_populate_record(before, given.patch) now_said
    WHERE t.id = given.id`);
}
