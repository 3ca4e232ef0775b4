import type { Actor } from '@/lib/auth/actor';
import type { Prisma } from '@/prisma/generated/client';
import type { SubjectKind } from './filter';

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

/** Writes one line of the journal, in the transaction of the change that it tells. */
export async function recordAudit(tx: Prisma.TransactionClient, actor: Actor, change: Change): Promise<void> {
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
