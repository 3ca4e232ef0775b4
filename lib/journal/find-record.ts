import { join, queryRows, type Sql, sql } from '@/lib/database/db';
import type { RegionScope } from '@/lib/permissions/policy';
import { withinScope } from '@/lib/structures/office-set';
import { plainWords } from '@/lib/text/plain-words';

export type JournalRecord = {
  id: string;
  /** As known today; null for one that is gone, of which the journal alone still tells. */
  name: string | null;
  commune: string | null;
  kind: 'structure' | 'wave' | 'user' | null;
};

/** One: the record asked for. Several: one is to be chosen. Empty: there is none such. Null: none was asked for. */
export type AskedRecords = readonly JournalRecord[] | null;

export const MOST_OFFERED = 20;

/** Who reads the journal. In some régions only, one reads of their structures, of waves, and of one's own account. */
export type JournalReader = { id: string; regionScope: RegionScope };

const accounts = ({ id, regionScope }: JournalReader): Sql => (regionScope === null ? sql`true` : sql`u.id = ${id}`);

/** An award is written as « structure/wave ». */
const ID = /^[A-Za-z0-9-]{1,60}(?:\/[A-Za-z0-9-]{1,60})?$/;

async function findById(id: string, reader: JournalReader): Promise<JournalRecord[]> {
  return queryRows<JournalRecord>(sql`
    SELECT asked.id, coalesce(nullif(concat_ws(', ', s.name, w.short_label), ''), u.name) AS name, NULL AS commune, NULL AS kind
    FROM (SELECT ${id}::text AS id, split_part(${id}, '/', 1) AS one, split_part(${id}, '/', 2) AS two) asked
      LEFT JOIN structure s ON s.id = asked.one AND ${withinScope(reader.regionScope)}
      LEFT JOIN wave w ON w.id = CASE asked.two WHEN '' THEN asked.one ELSE asked.two END
      LEFT JOIN "user" u ON u.id = asked.id AND ${accounts(reader)}
    WHERE CASE asked.two WHEN '' THEN coalesce(s.id, w.id, u.id) IS NOT NULL ELSE s.id || w.id IS NOT NULL END
      OR (NOT EXISTS (SELECT 1 FROM structure elsewhere WHERE elsewhere.id = asked.one)
        AND EXISTS (SELECT 1 FROM audit_entry e WHERE split_part(e.subject_id, '/', 1) = asked.one AND e.subject_id = asked.id))`);
}

async function findByName(typed: string, reader: JournalReader): Promise<JournalRecord[]> {
  const name = plainWords(typed);
  const words = name.split(' ').filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const found = await queryRows<JournalRecord & { isExact: boolean }>(sql`
    SELECT r.id, r.name, r.commune, r.kind, ${name} IN (plain_words(r.name), plain_words(r.other)) AS "isExact"
    FROM (
      SELECT s.id, s.name, coalesce(s.official_name, '') AS other, c.name AS commune, 'structure' AS kind
        FROM structure s JOIN commune c ON c.code = s.commune_code WHERE ${withinScope(reader.regionScope)}
      UNION ALL SELECT w.id, w.label, w.short_label, NULL, 'wave' FROM wave w
      UNION ALL SELECT u.id, u.name, '', NULL, 'user' FROM "user" u WHERE ${accounts(reader)}
    ) r
    WHERE ${join(
      words.map((word) => sql`plain_words(concat_ws(' ', r.name, r.other, r.commune)) LIKE ${`%${word}%`}`),
      ' AND ',
    )}
    ORDER BY "isExact" DESC, r.name COLLATE "fr-x-icu", r.commune COLLATE "fr-x-icu", r.id LIMIT ${MOST_OFFERED}`);
  const exact = found.filter(({ isExact }) => isExact);
  return (exact.length > 0 ? exact : found).map(({ isExact: _, ...record }) => record);
}

export async function findRecords(typed: string | null, reader: JournalReader): Promise<AskedRecords> {
  if (typed === null) return null;
  const known = ID.test(typed) ? await findById(typed, reader) : [];
  return known.length > 0 ? known : findByName(typed, reader);
}
