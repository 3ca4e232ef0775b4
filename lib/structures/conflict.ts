import { savedBy } from '@/lib/edit-conflict';
import { isSame } from '@/lib/fields/field';
import type { Conflict, ConflictField } from '@/lib/form-state';
import type { EditedStructure } from './edited';
import { FACT_GROUP_LABELS, groupWords } from './fact-words';
import { FACT_GROUP_NAMES, fieldsOf, type Patch } from './facts';
import type { FactGroup } from './fields';
import { contactChangedSince, factsAt, type VersionEntry } from './versions';

/** What one state says of a group, as far as the form that was typed says it too. */
const part = (group: FactGroup, facts: Patch, typed: Patch) =>
  fieldsOf(group).map((name) => (name in typed ? (facts[name] ?? null) : null));

type Meeting = {
  saved: EditedStructure;
  typed: Patch;
  /** The version that the form was opened on. */
  version: number;
  entries: readonly VersionEntry[];
  communeNames: ReadonlyMap<string, string>;
  /** Who saved last, in words. */
  author: string;
};

/** Typed where only this person touched the field; where both did, what is saved stays until someone decides. */
function suggest(group: FactGroup, { saved, typed, version, entries }: Meeting): ConflictField['suggested'] {
  if (group === 'contact') return contactChangedSince(entries, version) ? 'saved' : 'typed';
  const base = factsAt(saved.facts, saved.version, entries, version);
  if (!base) return 'saved';
  return isSame(part(group, base, typed), part(group, saved.facts, typed)) &&
    !isSame(part(group, base, typed), part(group, typed, typed))
    ? 'typed'
    : 'saved';
}

/** What differs between the saved structure and the one typed over an older version, group by group. */
export function conflictOf(meeting: Meeting): Conflict {
  const { saved, typed, communeNames, author } = meeting;
  const savedFacts: Patch = { ...saved.facts, ...saved.contact };
  const fields = FACT_GROUP_NAMES.filter(
    (group) => !isSame(part(group, savedFacts, typed), part(group, typed, typed)),
  ).map(
    (group): ConflictField => ({
      name: group,
      label: FACT_GROUP_LABELS[group],
      saved: groupWords(group, savedFacts, communeNames),
      typed: groupWords(group, typed, communeNames),
      suggested: suggest(group, meeting),
    }),
  );
  return {
    version: saved.version,
    sentence: savedBy(author, saved.version, saved.updatedAt),
    fields,
  };
}

/** What was typed, except where the saved value was chosen. */
export const withChoices = (typed: Patch, saved: EditedStructure, keepSaved: readonly FactGroup[]): Patch => {
  const savedFacts: Patch = { ...saved.facts, ...saved.contact };
  const kept = keepSaved.flatMap((group) =>
    fieldsOf(group)
      .filter((name) => name in typed)
      .map((name) => [name, savedFacts[name]] as const),
  );
  return { ...typed, ...Object.fromEntries(kept) };
};
