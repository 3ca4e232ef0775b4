import type { AwardLabel } from '@/lib/domain/award-label';
import { fieldWords } from '@/lib/fields/field';
import { upperFirst } from '@/lib/french/words';
import type { Parts } from '@/lib/versions/conflict';
import { type Line, type Past, putBack } from '@/lib/versions/former-state';
import { AWARD_FACTS, AWARD_FIELDS, AWARD_PARTS, type AwardPart, INSTALMENT_FACTS } from './fields';
import { type InstalmentState, inOrder } from './instalment-state';

export type AwardFacts = {
  label: AwardLabel;
  sourceUrl: string | null;
  conventionOn: string | null;
  conventionReference: string | null;
  conventionObject: string | null;
};

export type AwardState = AwardFacts & { instalments: readonly InstalmentState[] };

const isSame = (a: InstalmentState, b: InstalmentState) => INSTALMENT_FACTS.every((name) => a[name] === b[name]);

const missingFrom = (others: readonly InstalmentState[]) => (instalment: InstalmentState) =>
  !others.some((other) => other.id === instalment.id && isSame(other, instalment));

export function changedInstalments(before: AwardState, after: AwardState) {
  const gone = inOrder(before.instalments.filter(missingFrom(after.instalments)));
  const come = inOrder(after.instalments.filter(missingFrom(before.instalments)));
  return gone.length + come.length > 0 ? { before: gone, after: come } : null;
}

const instalmentsOf = (facts: Line['before']) => (facts?.instalments ?? []) as InstalmentState[];

const UNKNOWN: AwardState = {
  label: 'unknown',
  sourceUrl: null,
  conventionOn: null,
  conventionReference: null,
  conventionObject: null,
  instalments: [],
};

export const AWARD_PAST: Past<AwardState> = {
  isBirth: ({ action, before }) => action === 'award.added' || (action === 'award.restored' && before === null),
  isEnd: ({ action }) => action === 'award.removed',
  atEnd: (line) => ({ ...putBack(UNKNOWN, line, AWARD_FACTS), instalments: instalmentsOf(line.before) }),
  before: (state, line) => {
    const written = new Set(instalmentsOf(line.after).map(({ id }) => id));
    const kept = state.instalments.filter(({ id }) => !written.has(id));
    return { ...putBack(state, line, AWARD_FACTS), instalments: inOrder([...kept, ...instalmentsOf(line.before)]) };
  },
};

export const AWARD_CHOICES: Parts<AwardState, AwardPart> = {
  parts: AWARD_PARTS,
  label: (part) => upperFirst(AWARD_FIELDS[part].label),
  say: (part, state) => fieldWords(AWARD_FIELDS[part], state[part]),
  isSame: (part, one, other) =>
    part === 'instalments' ? changedInstalments(one, other) === null : one[part] === other[part],
  namesOf: (part) => [part],
};
