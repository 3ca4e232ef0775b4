import type { SubjectKind } from '@/lib/audit/subject-kinds';
import { sql } from '@/lib/database/db';
import type { Actor } from '@/lib/permissions/actor';
import type { Prisma } from '@/prisma/generated/client';
import { markFormWritten } from './form-key';

type Facts = Record<string, Prisma.InputJsonValue | null>;

export type Change = {
  action: `${string}.${string}`;
  subjectKind: SubjectKind;
  subjectId: string;
  /** Only the fields that changed, never a contact detail: the journal outlives the person. */
  before?: Facts;
  after?: Facts;
  batchId?: string;
};
/** The batch that an act belongs to, by which it is taken back; none for a single act. */
export type InBatch = Pick<Change, 'batchId'>;

/** Transactions whose form is marked: one that writes many lines marks it once. */
const marked = new WeakSet<Prisma.TransactionClient>();

export async function recordAudits(
  tx: Prisma.TransactionClient,
  actor: Actor,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  if (actor.form && !marked.has(tx)) {
    await markFormWritten(tx, actor.form);
    marked.add(tx);
  }
  await tx.$executeRaw(sql`
    INSERT INTO audit_entry (actor_id, origin, action, subject_kind, subject_id, before, after, batch_id)
    SELECT ${actor.id}, ${actor.origin}::audit_origin, action, "subjectKind", "subjectId", before, after, "batchId"
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      AS line(action text, "subjectKind" text, "subjectId" text, before jsonb, after jsonb, "batchId" uuid)`);
}

export const recordAudit = (tx: Prisma.TransactionClient, actor: Actor, change: Change): Promise<void> =>
  recordAudits(tx, actor, [change]);

/** Once the erasure is told in the same transaction: that line stays, alone. The database refuses anything else. */
export async function eraseLinesOfDraft(tx: Prisma.TransactionClient, structureId: string): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM audit_entry
    WHERE subject_kind IN ('structure', 'award', 'instalment') AND split_part(subject_id, '/', 1) = ${structureId}
      AND action <> 'structure.erased'`);
}
