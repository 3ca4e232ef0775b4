import type { SubjectKind } from '@/lib/audit/subject-kinds';
import type { Prisma } from '@/prisma/generated/client';

/** So many changes stand on the page of a record; its earlier ones are read in the journal. */
export const MOST_SHOWN = 500;
/** One more is read than is shown, which tells whether there are others. */
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

/**
 * What the journal tells of one record, newest first; all of it without a bound, since a version is rebuilt from every
 * change made after it. `tx` may be the client itself, for a reading.
 */
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
