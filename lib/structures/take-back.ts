import { mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { Line } from '@/lib/versions/former-state';
import type { Noun } from '@/lib/versions/take-back';
import type { EditedStructure } from './edited';
import type { StructureDates, StructureFacts } from './facts';
import { FACT_NAMES, pastOf } from './versions';
import { holdStructures, prepareChanges, writeChanges } from './write';

export type ToldStructure = StructureFacts & StructureDates;
export type StandingStructure = { structure: EditedStructure; state: ToldStructure };

/** A birth is taken back by archiving. */
const PERMISSIONS: Record<string, Permission> = {
  'structure.created': 'structure:archive',
  'structure.published': 'structure:publish',
  'structure.withdrawn': 'structure:publish',
  'structure.archived': 'structure:archive',
  'structure.unarchived': 'structure:archive',
};
const permissionFor = ({ action }: Line): Permission => PERMISSIONS[action] ?? 'structure:edit';

/** Of a contact the journal tells that it changed, never what it was. */
const isUntold = ({ after }: Line) => after !== null && 'contact' in after;

export const STRUCTURES: Noun<StandingStructure, ToldStructure> = {
  kinds: ['structure'],
  past: pastOf([...FACT_NAMES, 'publishedAt', 'archivedAt']),
  read: async (tx, ids) =>
    new Map(
      (await holdStructures(tx, ids)).map((structure) => [
        structure.id,
        { structure, state: { ...structure.facts, ...structure.dates } },
      ]),
    ),
  mayTouch: (actor, { structure }, lines) =>
    lines.every((line) => mayAct(actor, permissionFor(line), [structure.regionCode])),
  inParts: (state) => state,
  partsOf: ({ before, after }) => Object.keys({ ...before, ...after }).filter((name) => name !== 'version'),
  write: async (tx, actor, turns, batchId) => {
    const untold = turns.filter(({ lines }) => lines.some(isUntold));
    const archivedAt = new Date().toISOString();
    const plans = turns
      .filter((turn) => !untold.includes(turn))
      .map(({ held: { structure, state }, lines: [line], target }) => ({
        structure,
        // Its address stays taken: what came with the batch is archived, never erased.
        patch: target ?? { archivedAt: state.archivedAt ?? archivedAt },
        permission: line ? permissionFor(line) : ('structure:edit' as const),
      }));
    const { ready, refused } = await prepareChanges(tx, actor, plans);
    await writeChanges(tx, actor, ready, { action: 'structure.reverted', batchId });
    return [
      ...untold.map(({ id }) => ({ id, why: 'version-unknown' as const })),
      ...refused.map(({ structure: { id }, code, missing }) => ({ id, why: code, missing })),
    ];
  },
};
