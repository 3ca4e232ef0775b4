import type { AwardLabel } from '@/lib/domain/award-label';
import { AWARD_FACTS, INSTALMENT_FACTS } from './fields';
import { type InstalmentState, inOrder } from './instalment-state';

export type AwardFacts = {
  label: AwardLabel;
  sourceUrl: string | null;
  conventionOn: string | null;
  conventionReference: string | null;
  conventionObject: string | null;
};

/** All that staff may say of an award: what a version is. */
export type AwardState = AwardFacts & { instalments: readonly InstalmentState[] };

/** An award is known by its structure and its wave, which outlive its removal and its return. */
export type AwardPlace = { structureId: string; waveId: string };

export const awardKey = ({ structureId, waveId }: AwardPlace): string => `${structureId}/${waveId}`;

const isSame = (a: InstalmentState, b: InstalmentState) => INSTALMENT_FACTS.every((name) => a[name] === b[name]);

export type AwardDifference = {
  facts: { before: Partial<AwardFacts>; after: Partial<AwardFacts> } | null;
  /** Only those removed, added or changed. */
  instalments: { before: InstalmentState[]; after: InstalmentState[] } | null;
};

const missingFrom = (others: readonly InstalmentState[]) => (instalment: InstalmentState) =>
  !others.some((other) => other.id === instalment.id && isSame(other, instalment));

/** What one version says otherwise than another. */
export function differenceOf(before: AwardState, after: AwardState): AwardDifference {
  const changed = AWARD_FACTS.filter((name) => before[name] !== after[name]);
  const pick = (state: AwardFacts) => Object.fromEntries(changed.map((name) => [name, state[name]]));
  const gone = inOrder(before.instalments.filter(missingFrom(after.instalments)));
  const come = inOrder(after.instalments.filter(missingFrom(before.instalments)));
  return {
    facts: changed.length > 0 ? { before: pick(before), after: pick(after) } : null,
    instalments: gone.length + come.length > 0 ? { before: gone, after: come } : null,
  };
}

/** A line of the journal about an award, as it was written. */
export type AwardChange = {
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const instalmentsOf = (facts: AwardChange['before']) => (facts?.instalments ?? []) as InstalmentState[];

const factsOf = (facts: AwardChange['before']) =>
  Object.fromEntries(
    AWARD_FACTS.flatMap((name) => (facts && name in facts ? [[name, facts[name]]] : [])),
  ) as Partial<AwardFacts>;

const UNKNOWN: AwardFacts = {
  label: 'unknown',
  sourceUrl: null,
  conventionOn: null,
  conventionReference: null,
  conventionObject: null,
};

/** The state before a change; null: the structure was not in the wave. */
export function undo(state: AwardState | null, { action, before, after }: AwardChange): AwardState | null {
  if (action === 'award.added') return null;
  if (action === 'award.removed') return { ...UNKNOWN, ...factsOf(before), instalments: instalmentsOf(before) };
  // A return from nothing came from nothing.
  if (!state || (action === 'award.restored' && before === null)) return null;
  const written = new Set(instalmentsOf(after).map(({ id }) => id));
  const kept = state.instalments.filter(({ id }) => !written.has(id));
  return { ...state, ...factsOf(before), instalments: inOrder([...kept, ...instalmentsOf(before)]) };
}
