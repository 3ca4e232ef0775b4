import { listChanges, type RecordedChange } from '@/lib/audit/changes';
import { getDb } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';
import { type EditedStructure, readEdited } from './edited';
import { versionAfter } from './versions';

export type HistoryEntry = Omit<RecordedChange, 'id'> & { id: string; version: number | null };

/** Every change of a structure, the newest first. */
export async function readEntries(tx: Prisma.TransactionClient, structureId: string): Promise<HistoryEntry[]> {
  const changes = await listChanges(tx, ['structure'], structureId);
  return changes.map(({ id, ...change }) => ({ ...change, id: String(id), version: versionAfter(change) }));
}

/** The structure of an id with all its changes, or null. */
export async function getHistory(id: string): Promise<{ structure: EditedStructure; entries: HistoryEntry[] } | null> {
  const db = getDb();
  const [structure, entries] = await Promise.all([readEdited(db, id), readEntries(db, id)]);
  return structure && { structure, entries };
}

/** The structure of an id as staff work on it, drafts and archived ones included, or null. */
export const getEditedStructure = (id: string): Promise<EditedStructure | null> => readEdited(getDb(), id);
