import { queryRows, sql } from '@/lib/db';

export type BatchSummary = { action: string; count: number; isRevertible: boolean };

/** What a batch did; revertible while nothing of it changed since. Null for none. */
export async function getBatch(batchId: string): Promise<BatchSummary | null> {
  const [row] = await queryRows<BatchSummary>(sql`
    SELECT min(e.action) AS action, count(*)::int AS count,
      bool_and(s.version = (e.after ->> 'version')::int) AS "isRevertible"
    FROM audit_entry e LEFT JOIN structure s ON s.id = e.subject_id
    WHERE e.batch_id = ${batchId}::uuid AND e.subject_kind = 'structure'
    HAVING count(*) > 0`);
  return row ?? null;
}
