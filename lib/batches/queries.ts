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

export const getBatch = (batchId: unknown): Promise<BatchSummary | null> =>
  summarize(batchId, sql`e.subject_kind = 'structure'`);

const entersOrLeaves = sql`e.subject_kind = 'award' AND e.action IN ('award.added', 'award.removed', 'award.restored')`;

/** A single award saved in two lines is no batch. */
export const getAwardBatch = (batchId: unknown, waveId: string): Promise<BatchSummary | null> =>
  summarize(batchId, sql`${entersOrLeaves} AND split_part(e.subject_id, '/', 2) = ${waveId}`);

export async function isAwardBatch(batchId: string): Promise<boolean> {
  const [row] = await queryRows<{ count: number; turns: number }>(sql`
    SELECT count(*)::int AS count, count(*) FILTER (WHERE ${entersOrLeaves})::int AS turns FROM audit_entry e
    WHERE e.batch_id = ${batchId}::uuid`);
  return row !== undefined && row.count > 0 && row.count === row.turns;
}
