import { randomUUID } from 'node:crypto';
import { revertAwards } from '@/lib/awards/batch';
import { getDb } from '@/lib/database/db';
import { stateOf } from '@/lib/domain/structure-state';
import { DomainError } from '@/lib/errors';
import { isSame } from '@/lib/fields/field';
import { listInWords } from '@/lib/french/words';
import type { Actor } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { EditedStructure } from '@/lib/structures/edited';
import type { Patch } from '@/lib/structures/facts';
import {
  type Among,
  type Placed,
  refuseChangedSince,
  refuseEdited,
  refuseGone,
  refuseIncomplete,
  refuseOutside,
} from '@/lib/structures/obstacles';
import { missingToPublish } from '@/lib/structures/rules';
import { applyChange, type How, holdStructure, type Tx } from '@/lib/structures/write';
import { type Chosen, chosenText, type TerritoryChange } from './schema';

export type Selection = readonly Chosen[];
export type Batch = { batchId: string; count: number };

/** Time for two hundred structures, each with its triggers. */
const WITHIN_MS = 30_000;

/** In the order of their ids, so that two batches at once wait for each other and never deadlock. */
const inOrder = <Item extends { id: string }>(items: readonly Item[]) =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));

const placed = ({ id, slug, regionCode, state, facts }: EditedStructure): Placed => ({
  id,
  slug,
  regionCode,
  name: facts.name,
  isPublic: state === 'published',
});

/** The whole selection, locked; those that are gone, stand outside, or moved since they were read refuse all. */
async function findSelection(tx: Tx, selection: Selection, actor: Actor, permission: Permission) {
  const found: EditedStructure[] = [];
  for (const { id } of inOrder(selection)) {
    const structure = await holdStructure(tx, id);
    if (structure) found.push(structure);
  }
  const here = new Set(found.map(({ id }) => id));
  // As they were read: one that moved meanwhile is still to be told.
  const left = { selection: selection.filter(({ id }) => here.has(id)).map(chosenText) };
  refuseGone(selection.length - found.length, left);
  refuseOutside(actor, [permission], found.map(placed), 'ticked');
  const read = new Map(selection.map(({ id, version }) => [id, version]));
  const present = { selection: found.map(chosenText) };
  refuseEdited(found.filter(({ id, version }) => read.get(id) !== version).map(placed), present);
  return found;
}

type Plan = { structure: EditedStructure; patch: Patch };

/** What would be public without what a public record has refuses all. */
function refuseUnpublishable(plans: readonly Plan[], among: Among) {
  const incomplete = plans.flatMap(({ structure, patch }) => {
    const next = { ...structure.facts, ...structure.dates, ...patch };
    const missing = stateOf(next) === 'published' ? missingToPublish(next, structure.awardCount) : [];
    return missing.length > 0 ? [{ ...placed(structure), missing: listInWords(missing) }] : [];
  });
  refuseIncomplete(incomplete, among);
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
      const found = await findSelection(tx, selection, actor, how.permission);
      const plans = found.flatMap((structure): Plan[] => {
        const patch = plan(structure);
        return patch ? [{ structure, patch }] : [];
      });
      refuseUnpublishable(plans, 'ticked');
      let written = 0;
      for (const { structure, patch } of plans) {
        const saved = await applyChange(tx, actor, structure, patch, { ...how, batchId });
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

/** Whether what a change wrote no longer stands as it wrote it. */
const hasChangedSince = (structure: EditedStructure, after: Record<string, unknown>) => {
  const now: Record<string, unknown> = { ...structure.facts, ...structure.dates };
  return Object.entries(after).some(([name, value]) => name !== 'version' && !isSame(now[name] ?? null, value));
};

/** Takes a whole batch of structures back, or nothing of it. The way back is a batch too, and can be taken back. */
export async function revertBatch(batch: string, actor: Actor): Promise<Batch> {
  const batchId = randomUUID();
  const count = await getDb().$transaction(
    async (tx) => {
      const entries = await tx.auditEntry.findMany({
        where: { batchId: batch, subjectKind: 'structure' },
        select: { subjectId: true, action: true, before: true, after: true },
        orderBy: { subjectId: 'asc' },
      });
      const [first] = entries;
      if (!first) throw new DomainError('batch-unknown');
      const permission = PERMISSIONS[first.action] ?? 'structure:edit';
      const changed: { words: string; href: string }[] = [];
      const plans: Plan[] = [];
      for (const { subjectId, before, after } of entries) {
        const structure = await holdStructure(tx, subjectId);
        // A draft erased since has nothing to come back to.
        if (!structure) continue;
        const { version: _, ...patch } = before as Patch & { version: number };
        plans.push({ structure, patch });
        if (hasChangedSince(structure, after as Record<string, unknown>)) {
          changed.push({ words: structure.facts.name, href: `/admin/structures/${subjectId}` });
        }
      }
      refuseOutside(
        actor,
        [permission],
        plans.map(({ structure }) => placed(structure)),
        'batch',
      );
      if (plans.length === 0) throw new DomainError('batch-unknown');
      refuseChangedSince(changed);
      refuseUnpublishable(plans, 'batch');
      for (const { structure, patch } of plans) {
        await applyChange(tx, actor, structure, patch, { action: 'structure.reverted', permission, batchId });
      }
      return plans.length;
    },
    { timeout: WITHIN_MS },
  );
  return { batchId, count };
}

/** Takes a whole batch of awards back, or nothing of it: those added leave the wave, those taken out return to it. Itself a batch. */
export async function revertAwardBatch(batch: string, actor: Actor): Promise<Batch & { waveId: string }> {
  const batchId = randomUUID();
  const reverted = await getDb().$transaction((tx) => revertAwards(tx, batch, actor, batchId), { timeout: WITHIN_MS });
  return { batchId, ...reverted };
}
