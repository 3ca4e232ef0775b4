import { isSame } from '@/lib/fields/field';
import type { Parts } from '@/lib/versions/conflict';
import { type Line, type Past, putBack, stateAt } from '@/lib/versions/former-state';
import { FACT_GROUP_LABELS, groupWords } from './fact-words';
import { FACT_GROUP_NAMES, fieldsOf, type Patch, type StructureFacts } from './facts';
import { type FactGroup, isContact, STRUCTURE_FIELD_NAMES } from './fields';

/** Dates are no content: coming back to a version neither publishes nor archives; and the journal holds no contact. */
export const FACT_NAMES = STRUCTURE_FIELD_NAMES.filter((name) => !isContact(name));

export const pastOf = <State extends object>(names: readonly string[]): Past<State> => ({
  isBirth: ({ action }) => action === 'structure.created',
  // An erased draft takes its lines along.
  isEnd: () => false,
  atEnd: () => {
    throw new Error('nothing is told of an erased draft');
  },
  before: (state, line) => putBack(state, line, names),
});
const PAST = pastOf<StructureFacts>(FACT_NAMES);

export const factsAt = (facts: StructureFacts, version: number, newestFirst: readonly Line[], target: number) =>
  stateAt(PAST, { version, state: facts }, newestFirst, target);

const namesOfGroup = (group: FactGroup): readonly string[] =>
  group === 'contact' ? [...fieldsOf(group), 'contact'] : fieldsOf(group);

/** As far as the form says it: nobody types the density of a commune. */
export const groupsOfForm = (typed: Patch, communeNames: ReadonlyMap<string, string>): Parts<Patch, FactGroup> => {
  const part = (group: FactGroup, facts: Patch) =>
    fieldsOf(group).map((name) => (name in typed ? (facts[name] ?? null) : null));
  return {
    parts: FACT_GROUP_NAMES,
    label: (group) => FACT_GROUP_LABELS[group],
    say: (group, facts) => groupWords(group, facts, communeNames),
    isSame: (group, one, other) => isSame(part(group, one), part(group, other)),
    namesOf: namesOfGroup,
  };
};
