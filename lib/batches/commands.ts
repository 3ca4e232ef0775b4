import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/policy';
import { getDb } from '@/lib/db';
import { DomainError } from '@/lib/errors';
import type { EditedStructure } from '@/lib/structures/edited';
import { isSame, type Patch } from '@/lib/structures/facts';
import { applyChange, findForEdit, type How, refuseOutOfScope, type Tx } from '@/lib/structures/write';
import type { TerritoryChange } from './schema';

export type Selection = readonly { id: string; version: number }[];
export type Batch = { batchId: string; count: number };

/** Time for two hundred structures, each with its triggers. */
const WITHIN_MS = 30_000;

/** In the order of their ids, so that two batches at once wait for each other and never deadlock. */
const inOrder = <Item extends { id: string }>(items: readonly Item[]) =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** The whole selection, locked; one that moved since it was read, or stands outside, refuses all. */
async function findSelection(tx: Tx, selection: Selection, actor: Actor, permission: Permission) {
  const found: EditedStructure[] = [];
  for (const { id, version } of inOrder(selection)) {
    const structure = await findForEdit(tx, id);
    refuseOutOfScope(actor, permission, [structure.regionCode]);
    if (structure.version !== version) throw new DomainError('edited-meanwhile');
    found.push(structure);
  }
  return found;
}

/** One change of many structures: all in one transaction, under one number by which it is taken back. */
async function changeMany(
  selection: Selection,
  actor: Actor,
  how: Omit<How, 'batchId'>,
  plan: (structure: EditedStructure) => Patch | null,
): Promise<Batch> {
  if (selection.length === 0) throw new DomainError('nothing-selected');
  const batchId = randomUUID();
  const count = await getDb().$transaction(
    async (tx) => {
      let written = 0;
      for (const structure of await findSelection(tx, selection, actor, how.permission)) {
        const patch = plan(structure);
        const saved = patch ? await applyChange(tx, actor, structure, patch, { ...how, batchId }) : structure.version;
        if (saved !== structure.version) written += 1;
      }
      return written;
    },
    { timeout: WITHIN_MS },
  );
  if (count === 0) throw new DomainError('already-done');
  return { batchId, count };
}

/** One that cannot be public refuses all; those that already are stay as they are. */
export const publishStructures = (selection: Selection, actor: Actor): Promise<Batch> => {
  const publishedAt = new Date().toISOString();
  return changeMany(
    selection,
    actor,
    { action: 'structure.published', permission: 'structure:publish' },
    ({ state }) => (state === 'published' ? null : { publishedAt, archivedAt: null }),
  );
};

export const archiveStructures = (selection: Selection, actor: Actor): Promise<Batch> => {
  const archivedAt = new Date().toISOString();
  return changeMany(selection, actor, { action: 'structure.archived', permission: 'structure:archive' }, ({ state }) =>
    state === 'archived' ? null : { archivedAt },
  );
};

export const changeTerritories = (selection: Selection, change: TerritoryChange, actor: Actor): Promise<Batch> =>
  changeMany(selection, actor, { action: 'structure.saved', permission: 'structure:edit' }, ({ facts }) => ({
    ...change,
    qpvName: change.territory === 'qpv' ? facts.qpvName : null,
  }));

const PERMISSIONS: Record<string, Permission> = {
  'structure.published': 'structure:publish',
  'structure.archived': 'structure:archive',
};

/** What a change wrote, as it must still stand for the change to be taken back. */
function refuseChangedSince(structure: EditedStructure, after: Record<string, unknown>) {
  const now: Record<string, unknown> = { ...structure.facts, ...structure.dates };
  for (const [name, value] of Object.entries(after)) {
    if (name !== 'version' && !isSame(now[name] ?? null, value)) throw new DomainError('edited-since');
  }
}

/** Takes a whole batch back, or nothing of it. The way back is a batch too, and can be taken back. */
export async function revertBatch(batch: string, actor: Actor): Promise<Batch> {
  const batchId = randomUUID();
  const count = await getDb().$transaction(
    async (tx) => {
      const entries = await tx.auditEntry.findMany({
        where: { batchId: batch, subjectKind: 'structure' },
        select: { subjectId: true, action: true, before: true, after: true },
        orderBy: { subjectId: 'asc' },
      });
      if (entries.length === 0) throw new DomainError('batch-unknown');
      for (const { subjectId, action, before, after } of entries) {
        const permission = PERMISSIONS[action] ?? 'structure:edit';
        const structure = await findForEdit(tx, subjectId);
        refuseOutOfScope(actor, permission, [structure.regionCode]);
        refuseChangedSince(structure, after as Record<string, unknown>);
        const { version: _, ...patch } = before as Patch & { version: number };
        await applyChange(tx, actor, structure, patch, { action: 'structure.reverted', permission, batchId });
      }
      return entries.length;
    },
    { timeout: WITHIN_MS },
  );
  return { batchId, count };
}
