import type { SubjectKind } from '@/lib/audit/subject-kinds';
import type { Prisma } from '@/prisma/generated/client';

export const MOST_SHOWN = 500;
export const MOST_READ = MOST_SHOWN + 1;
export const isCut = (read: readonly unknown[]): boolean => read.length > MOST_SHOWN;

export type RecordedChange = {
  id: bigint;
  at: Date;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The same for lines written by one act. */
  batchId: string | null;
  actorName: string | null;
  origin: 'interface' | 'terminal' | 'program';
};

type Facts = Record<string, unknown> | null;

/** Newest first; without a bound unless one is given. `tx` may be the client itself, for a reading. */
export async function listChanges(
  tx: Prisma.TransactionClient,
  kinds: readonly SubjectKind[],
  subjectId: string,
  most?: number,
): Promise<RecordedChange[]> {
  const entries = await tx.auditEntry.findMany({
    where: { subjectKind: { in: [...kinds] }, subjectId },
    select: {
      id: true,
      at: true,
      action: true,
      before: true,
      after: true,
      batchId: true,
      origin: true,
      actor: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    ...(most !== undefined && { take: most }),
  });
  return entries.map(({ actor, before, after, ...entry }) => ({
    ...entry,
    before: before as Facts,
    after: after as Facts,
    actorName: actor?.name ?? null,
  }));
}
