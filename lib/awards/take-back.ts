import { type AwardKey, awardKey, awardKeyFrom } from '@/lib/domain/award-key';
import { checkInstalments } from '@/lib/domain/money-rule';
import type { Since } from '@/lib/errors';
import { mayAct } from '@/lib/permissions/actor';
import type { ScopedStructure } from '@/lib/structures/obstacles';
import type { Noun, Obstacle, Turn } from '@/lib/versions/take-back';
import { AWARD_PERMISSIONS, holdWaves, lockStructures, readAwards, type WaveOfAward } from './find-for-edit';
import type { InstalmentState } from './instalment-state';
import { AWARD_PAST, type AwardState } from './state';
import { leftWithoutAward, putBack, takeOut, writeStates } from './write';

export type StandingAward = {
  key: AwardKey;
  structure: ScopedStructure;
  wave: WaveOfAward | null;
  award: { id: string; version: number } | null;
  state: AwardState | null;
};
type AwardTurn = Turn<StandingAward, AwardState>;

const instalmentPart = (id: string) => `instalment ${id}`;
const instalmentsIn = (facts: Record<string, unknown> | null) => (facts?.instalments ?? []) as InstalmentState[];

export function sinceOf({ held: { state }, lines }: AwardTurn): Since {
  if (!state) return 'removed';
  if (lines.some(AWARD_PAST.isEnd)) return 'returned';
  if (state.instalments.some(({ status }) => status === 'paid')) return 'paid';
  return state.instalments.length > 0 ? 'funded' : 'changed';
}

const againstRule = (turns: readonly AwardTurn[]): Obstacle[] =>
  turns.flatMap(({ id, held: { wave }, target }): Obstacle[] => {
    if (!target) return [];
    if (!wave) return [{ id, why: 'wave-unknown' }];
    return checkInstalments(wave, target.label, target.instalments).length > 0 ? [{ id, why: 'rule-broken' }] : [];
  });

function countLeaving(turns: readonly AwardTurn[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { held, target } of turns) {
    const { structureId } = held.key;
    counts.set(structureId, (counts.get(structureId) ?? 0) + Number(held.state !== null) - Number(target !== null));
  }
  return counts;
}

export const AWARDS: Noun<StandingAward, AwardState> = {
  kinds: ['award', 'instalment'],
  past: AWARD_PAST,
  read: async (tx, ids) => {
    const keys = ids.map(awardKeyFrom);
    const waves = await holdWaves(tx, [...new Set(keys.map(({ waveId }) => waveId))]);
    const structures = await lockStructures(tx, [...new Set(keys.map(({ structureId }) => structureId))]);
    const byId = new Map(structures.map((one) => [one.id, one]));
    const awards = await readAwards(tx, keys);
    return new Map(
      keys.flatMap((key): [string, StandingAward][] => {
        const structure = byId.get(key.structureId);
        if (!structure) return [];
        const award = awards.get(awardKey(key)) ?? null;
        const wave = waves.get(key.waveId) ?? null;
        return [[awardKey(key), { key, structure, wave, award, state: award?.state ?? null }]];
      }),
    );
  },
  mayTouch: (actor, { structure }) =>
    AWARD_PERMISSIONS.every((permission) => mayAct(actor, permission, [structure.regionCode])),
  inParts: ({ instalments, ...facts }) => ({
    ...facts,
    ...Object.fromEntries(instalments.map((one) => [instalmentPart(one.id), one])),
  }),
  partsOf: ({ before, after }) => [
    ...Object.keys({ ...before, ...after }).filter((name) => name !== 'version' && name !== 'instalments'),
    ...[...instalmentsIn(before), ...instalmentsIn(after)].map(({ id }) => instalmentPart(id)),
  ],
  write: async (tx, actor, turns, batchId) => {
    const broken = againstRule(turns);
    const isBroken = new Set(broken.map(({ id }) => id));
    const allowed = turns.filter(({ id }) => !isBroken.has(id));
    const bare = await leftWithoutAward(tx, countLeaving(allowed));
    const last = allowed.filter(({ held, target }) => target === null && bare.has(held.key.structureId));
    const going = allowed.filter((turn) => !last.includes(turn));
    const standing = going.flatMap(({ held: { key, award, state }, target }) =>
      award && state ? [{ key, award: { ...award, state }, after: target }] : [],
    );
    const returning = going.flatMap(({ held: { key, award }, target }) =>
      !award && target ? [{ key, state: target }] : [],
    );
    await takeOut(
      tx,
      actor,
      standing.filter(({ after }) => after === null),
      { batchId },
    );
    const changing = standing.flatMap(({ after, ...one }) => (after ? [{ ...one, after }] : []));
    await writeStates(tx, actor, changing, 'restored', { batchId });
    await putBack(tx, actor, returning, { batchId });
    return [...broken, ...last.map(({ id }) => ({ id, why: 'award-last' as const }))];
  },
};
