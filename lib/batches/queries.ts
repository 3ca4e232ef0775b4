import { queryRows, type Sql, sql } from '@/lib/database/db';

export type BatchSummary = { action: string; count: number };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function summarize(batchId: unknown, kind: Sql): Promise<BatchSummary | null> {
  if (typeof batchId !== 'string' || !UUID.test(batchId)) return null;
  const [row] = await queryRows<BatchSummary>(sql`
    SELECT min(e.action) AS action, count(*)::int AS count FROM audit_entry e
    WHERE e.batch_id = ${batchId}::uuid AND ${kind} HAVING count(*) > 0`);
  return row ?? null;
}

/** What a batch of structures did; null for none, whatever an address names as one. */
export const getBatch = (batchId: unknown): Promise<BatchSummary | null> =>
  summarize(batchId, sql`e.subject_kind = 'structure'`);

/** What puts awards into a wave, or takes them out. */
const isTurn = sql`e.subject_kind = 'award' AND e.action IN ('award.added', 'award.removed', 'award.restored')`;

/** What a batch did of the structures of a wave. A single award saved in two lines is none. */
export const getAwardBatch = (batchId: unknown, waveId: string): Promise<BatchSummary | null> =>
  summarize(batchId, sql`${isTurn} AND split_part(e.subject_id, '/', 2) = ${waveId}`);

/** Whether a batch did nothing else than that. */
export async function isAwardBatch(batchId: string): Promise<boolean> {
  const [row] = await queryRows<{ count: number; turns: number }>(sql`
    SELECT count(*)::int AS count, count(*) FILTER (WHERE ${isTurn})::int AS turns FROM audit_entry e
    WHERE e.batch_id = ${batchId}::uuid`);
  return row !== undefined && row.count > 0 && row.count === row.turns;
}
