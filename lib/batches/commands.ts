import { randomUUID } from 'node:crypto';
import { sinceOf } from '@/lib/awards/take-back';
import { getDb } from '@/lib/database/db';
import type { Missing } from '@/lib/domain/publishable';
import { type Among, DetailedError, DomainError } from '@/lib/errors';
import type { Actor } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { EditedStructure } from '@/lib/structures/edited';
import type { Patch } from '@/lib/structures/facts';
import { refuseGone, refuseOutside, type ScopedStructure } from '@/lib/structures/obstacles';
import { type How, holdStructures, type Plan, prepareChanges, type Tx, writeChanges } from '@/lib/structures/write';
import type { Obstacle } from '@/lib/versions/take-back';
import { isAwardBatch } from './queries';
import { type Chosen, chosenText, type TerritoryChange } from './schema';
import { type BatchTakeBack, takeBatchBack } from './take-back';

type Selection = readonly Chosen[];
type Batch = { batchId: string; count: number };

/** Time for thousands of structures, each with its triggers. */
const WITHIN_MS = 30_000;

const scoped = ({ id, slug, regionCode, state, facts }: EditedStructure): ScopedStructure => ({
  id,
  slug,
  regionCode,
  name: facts.name,
  isPublic: state === 'published',
});

async function findSelection(tx: Tx, selection: Selection, actor: Actor, permission: Permission) {
  const found = await holdStructures(
    tx,
    selection.map(({ id }) => id),
  );
  const here = new Set(found.map(({ id }) => id));
  // As they were read: one that moved meanwhile is still to be told.
  const left = { selection: selection.filter(({ id }) => here.has(id)).map(chosenText) };
  refuseGone(selection.length - found.length, left);
  refuseOutside(actor, [permission], found.map(scoped), 'ticked');
  const read = new Map(selection.map(({ id, version }) => [id, version]));
  const edited = found.filter(({ id, version }) => read.get(id) !== version).map(scoped);
  if (edited.length > 0) {
    throw new DetailedError('edited-meanwhile', { structures: edited, selection: found.map(chosenText) });
  }
  return found;
}

function refuseIncomplete(
  refused: readonly { structure: EditedStructure; missing: readonly Missing[] }[],
  among: Among,
) {
  if (refused.length === 0) return;
  const structures = refused.map(({ structure, missing }) => ({ ...scoped(structure), missing }));
  throw new DetailedError('structure-incomplete', { among, structures });
}

async function changeMany(
  selection: Selection,
  actor: Actor,
  { action, permission }: Pick<How, 'action'> & { permission: Permission },
  patchOf: (structure: EditedStructure) => Patch | null,
): Promise<Batch> {
  if (selection.length === 0) throw new DomainError('nothing-selected');
  const batchId = randomUUID();
  const count = await getDb().$transaction(
    async (tx) => {
      const plans = (await findSelection(tx, selection, actor, permission)).flatMap((structure): Plan[] => {
        const patch = patchOf(structure);
        return patch ? [{ structure, patch, permission }] : [];
      });
      const { ready, refused } = await prepareChanges(tx, actor, plans);
      refuseIncomplete(refused, 'ticked');
      await writeChanges(tx, actor, ready, { action, batchId });
      return ready.length;
    },
    { timeout: WITHIN_MS },
  );
  if (count === 0) throw new DomainError('already-done');
  return { batchId, count };
}

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

const isOutside = ({ obstacle }: { obstacle: Obstacle }) => obstacle.why === 'out-of-scope';

/** Refuses to take a batch back in part: outside the reach of the actor first, then what was changed since, then the rules. */
function refuseRest({ waves, structures, awards }: BatchTakeBack) {
  const outside = [
    ...structures.refused.filter(isOutside).map(({ held }) => scoped(held.structure)),
    ...awards.refused.filter(isOutside).map(({ held }) => held.structure),
  ];
  if (outside.length > 0) throw new DetailedError('out-of-scope', { among: 'batch', structures: outside });
  const changed = [
    ...structures.kept.map(({ held }) => scoped(held.structure)),
    ...awards.kept.map((turn) => {
      const { structure, key } = turn.held;
      return { ...structure, award: { waveId: key.waveId, since: sinceOf(turn) } };
    }),
  ];
  if (changed.length > 0) throw new DetailedError('edited-since', { structures: changed });
  refuseIncomplete(
    structures.refused
      .filter(({ obstacle }) => obstacle.why === 'structure-incomplete')
      .map(({ held, obstacle }) => ({ structure: held.structure, missing: obstacle.missing ?? [] })),
    'batch',
  );
  const last = awards.refused.filter(({ obstacle }) => obstacle.why === 'award-last');
  const waveId = last[0]?.held.key.waveId;
  if (waveId) throw new DetailedError('award-last', { waveId, structures: last.map(({ held }) => held.structure) });
  const [other] = [...waves.refused, ...structures.refused, ...awards.refused];
  if (other || waves.kept.length > 0) throw new DomainError(other?.obstacle.why ?? 'edited-since');
}

async function takeAllBack(batch: string, actor: Actor, noun: 'structures' | 'awards') {
  const batchId = randomUUID();
  const taken = await getDb().$transaction(
    async (tx) => {
      const all = await takeBatchBack(tx, actor, batch, batchId);
      refuseRest(all);
      if (all[noun].back.length === 0) throw new DomainError('batch-unknown');
      return all;
    },
    { timeout: WITHIN_MS },
  );
  return { batchId, taken };
}

export async function revertBatch(batch: string, actor: Actor): Promise<Batch> {
  const { batchId, taken } = await takeAllBack(batch, actor, 'structures');
  return { batchId, count: taken.structures.back.length };
}

export async function revertAwardBatch(batch: string, actor: Actor): Promise<Batch & { waveId: string }> {
  if (!(await isAwardBatch(batch))) throw new DomainError('batch-unknown');
  const { batchId, taken } = await takeAllBack(batch, actor, 'awards');
  const { back } = taken.awards;
  return { batchId, count: back.length, waveId: back[0]?.held.key.waveId ?? '' };
}
