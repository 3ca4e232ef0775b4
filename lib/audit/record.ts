import type { SubjectKind } from '@/lib/audit/subject-kinds';
import { sql } from '@/lib/database/db';
import type { Actor } from '@/lib/permissions/actor';
import type { Prisma } from '@/prisma/generated/client';
import { markFormWritten } from './form-key';

type Facts = Record<string, Prisma.InputJsonValue | null>;

export type Change = {
  /** « subject.verb in the past »: `user.disabled`. */
  action: `${string}.${string}`;
  subjectKind: SubjectKind;
  subjectId: string;
  /** Only the fields that changed, never a contact detail: the journal outlives the person. */
  before?: Facts;
  after?: Facts;
  batchId?: string;
};

/** Transactions whose form is marked: one that writes many lines marks it once. */
const marked = new WeakSet<Prisma.TransactionClient>();

/** Writes one line of the journal, in the transaction of the change that it tells, and marks the form that asked for it. */
export async function recordAudit(tx: Prisma.TransactionClient, actor: Actor, change: Change): Promise<void> {
  if (actor.form && !marked.has(tx)) {
    await markFormWritten(tx, actor.form);
    marked.add(tx);
  }
  const { before, after, batchId, ...rest } = change;
  await tx.auditEntry.create({
    data: {
      ...rest,
      actorId: actor.id,
      origin: actor.origin,
      ...(before && { before }),
      ...(after && { after }),
      ...(batchId && { batchId }),
    },
  });
}

/**
 * Takes away what the journal said of a draft and of its awards, once its erasure is told in the same transaction: that
 * line stays, alone. The database refuses it for anything else.
 */
export async function eraseLinesOfDraft(tx: Prisma.TransactionClient, structureId: string): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM audit_entry
    WHERE subject_kind IN ('structure', 'award', 'instalment') AND split_part(subject_id, '/', 1) = ${structureId}
      AND action <> 'structure.erased'`);
}
