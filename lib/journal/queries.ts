import { getDb, queryRows, type Sql, sql } from '@/lib/database/db';
import { inSnapshot } from '@/lib/database/stream-rows';
import { withinScope } from '@/lib/structures/office-set';
import { MOST_EXPORTED } from '@/lib/text/csv';
import { type JournalFilter, NOBODY } from './filter';
import { type AskedRecords, findRecords, type JournalReader } from './find-record';

export const PAGE_SIZE = 50;

export type JournalEntry = {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  origin: 'interface' | 'terminal' | 'program';
  action: string;
  subjectKind: string;
  subjectId: string;
  /** As known today; null for records without a name, and for erased ones. */
  subjectName: string | null;
  /** Never of accounts, whose pages are the administrator's. */
  isOpenable: boolean;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** A structure or a wave brings its awards along, which are written as « structure/wave ». */
function about(records: AskedRecords): Sql {
  if (records === null) return sql`true`;
  const [record, another] = records;
  if (!record || another) return sql`false`;
  const { id } = record;
  if (id.includes('/'))
    return sql`(split_part(e.subject_id, '/', 1) = split_part(${id}, '/', 1) AND e.subject_id = ${id})`;
  return sql`(split_part(e.subject_id, '/', 1) = ${id}
    OR (split_part(e.subject_id, '/', 2) = ${id} AND e.subject_kind IN ('award', 'instalment')))`;
}

const within = ({ id, regionScope }: JournalReader): Sql =>
  regionScope === null
    ? sql`true`
    : sql`(e.subject_kind IN ('wave', 'data') OR (e.subject_kind = 'user' AND e.subject_id = ${id})
      OR (e.subject_kind IN ('structure', 'award', 'instalment') AND EXISTS (
        SELECT 1 FROM structure s WHERE s.id = split_part(e.subject_id, '/', 1) AND ${withinScope(regionScope)})))`;

function matching({ qui, type, du, au }: JournalFilter, reader: JournalReader, records: AskedRecords): Sql {
  return sql`${within(reader)} AND ${about(records)} AND (${qui}::text IS NULL OR (${qui} = ${NOBODY} AND e.actor_id IS NULL) OR e.actor_id = ${qui})
    AND (${type}::text IS NULL OR e.subject_kind = ${type})
    AND (${du}::date IS NULL OR e.at >= ${du}::date::timestamp AT TIME ZONE 'Europe/Paris')
    AND (${au}::date IS NULL OR e.at < (${au}::date + 1)::timestamp AT TIME ZONE 'Europe/Paris')`;
}

const entriesOf = (condition: Sql, limit: number, offset: number): Sql => sql`
  SELECT e.id::text AS id, e.at, e.actor_id AS "actorId", a.name AS "actorName", e.origin::text AS origin, e.action,
    e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
    coalesce(s.name, nullif(concat_ws(', ', t.name, w.short_label), '')) AS "subjectName",
    e.before, e.after,
    CASE e.subject_kind WHEN 'structure' THEN t.id IS NOT NULL WHEN 'wave' THEN w.id IS NOT NULL
      ELSE t.id IS NOT NULL AND w.id IS NOT NULL END AS "isOpenable"
  FROM audit_entry e
    LEFT JOIN "user" a ON a.id = e.actor_id
    LEFT JOIN "user" s ON e.subject_kind = 'user' AND s.id = e.subject_id
    LEFT JOIN structure t ON e.subject_kind IN ('structure', 'award', 'instalment')
      AND t.id = split_part(e.subject_id, '/', 1)
    LEFT JOIN wave w ON e.subject_kind IN ('wave', 'award', 'instalment')
      AND w.id = split_part(e.subject_id, '/', CASE e.subject_kind WHEN 'wave' THEN 1 ELSE 2 END)
  WHERE ${condition}
  ORDER BY e.id DESC LIMIT ${limit} OFFSET ${offset}`;

export async function listJournal(filter: JournalFilter, reader: JournalReader) {
  const records = await findRecords(filter.fiche, reader);
  const condition = matching(filter, reader, records);
  const [counted] = await queryRows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM audit_entry e WHERE ${condition}`,
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const entries = await queryRows<JournalEntry>(entriesOf(condition, PAGE_SIZE, (page - 1) * PAGE_SIZE));
  return { records, total, page, pages, entries };
}

/** The whole of a view as far as a file holds it, newest first, some entries at a time. */
export async function* streamJournal(filter: JournalFilter, reader: JournalReader, signal?: AbortSignal) {
  const condition = matching(filter, reader, await findRecords(filter.fiche, reader));
  yield* inSnapshot((streamRows) => streamRows<JournalEntry>(entriesOf(condition, MOST_EXPORTED, 0)), signal);
}

export const listAuthors = () =>
  getDb().user.findMany({
    where: { auditEntries: { some: {} } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
  });
