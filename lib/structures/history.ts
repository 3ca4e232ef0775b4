import { listChanges, MOST_READ, type RecordedChange } from '@/lib/audit/changes';
import { getDb } from '@/lib/database/db';
import { versionAfter } from '@/lib/versions/former-state';
import type { Prisma } from '@/prisma/generated/client';
import { type EditedStructure, readEdited } from './edited';
import type { StructureFacts } from './facts';
import { factsAt } from './versions';

export type HistoryEntry = Omit<RecordedChange, 'id'> & { id: string; version: number | null };

/** Newest first; without a bound unless one is given, since a version is rebuilt from every later change. */
export async function readEntries(
  tx: Prisma.TransactionClient,
  structureId: string,
  most?: number,
): Promise<HistoryEntry[]> {
  const changes = await listChanges(tx, ['structure'], structureId, most);
  return changes.map(({ id, ...change }) => ({ ...change, id: String(id), version: versionAfter(change) }));
}

export async function getHistory(id: string): Promise<{ structure: EditedStructure; entries: HistoryEntry[] } | null> {
  const db = getDb();
  const [structure, entries] = await Promise.all([readEdited(db, id), readEntries(db, id, MOST_READ)]);
  return structure && { structure, entries };
}

export const getEditedStructure = (id: string): Promise<EditedStructure | null> => readEdited(getDb(), id);

export const getFormerFacts = async (
  { id, facts, version }: EditedStructure,
  target: number,
): Promise<StructureFacts | null> => factsAt(facts, version, await readEntries(getDb(), id), target);
