import { getDb } from '@/lib/db';
import type { AuditOrigin, Prisma } from '@/prisma/generated/client';
import { type EditedStructure, readEdited } from './edited';
import { type VersionEntry, versionAfter } from './versions';

/** More versions than anyone will read of one record. */
const MOST_ENTRIES = 2_000;

export type HistoryEntry = VersionEntry & {
  id: string;
  at: Date;
  actorName: string | null;
  origin: AuditOrigin;
  action: string;
  version: number | null;
};

/** Every change of a structure, the newest first. */
export async function readEntries(
  db: Pick<Prisma.TransactionClient, 'auditEntry'>,
  structureId: string,
): Promise<HistoryEntry[]> {
  const entries = await db.auditEntry.findMany({
    where: { subjectKind: 'structure', subjectId: structureId },
    select: {
      id: true,
      at: true,
      origin: true,
      action: true,
      before: true,
      after: true,
      actor: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    take: MOST_ENTRIES,
  });
  return entries.map(({ id, actor, before, after, ...entry }) => {
    const facts = { before: before as VersionEntry['before'], after: after as VersionEntry['after'] };
    return { ...entry, ...facts, id: String(id), actorName: actor?.name ?? null, version: versionAfter(facts) };
  });
}

/** The structure of an id with all its changes, or null. */
export async function getHistory(id: string): Promise<{ structure: EditedStructure; entries: HistoryEntry[] } | null> {
  const db = getDb();
  const [structure, entries] = await Promise.all([readEdited(db, id), readEntries(db, id)]);
  return structure && { structure, entries };
}

/** The structure of an id as staff work on it, drafts and archived ones included, or null. */
export const getEditedStructure = (id: string): Promise<EditedStructure | null> => readEdited(getDb(), id);
