import type { Prisma } from '@/prisma/generated/client';
import type { SubjectKind } from './filter';

/** Lines of the journal that one record can have; beyond, its oldest versions are out of reach. */
const MOST_CHANGES = 2_000;

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

/** What the journal tells of one record, newest first. `tx` may be the client itself, for a reading. */
export async function listChanges(
  tx: Prisma.TransactionClient,
  kinds: readonly SubjectKind[],
  subjectId: string,
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
    take: MOST_CHANGES,
  });
  return entries.map(({ actor, before, after, ...entry }) => ({
    ...entry,
    before: before as Facts,
    after: after as Facts,
    actorName: actor?.name ?? null,
  }));
}
