import { savedBy } from '@/lib/edit-conflict';
import type { Conflict, ConflictField } from '@/lib/form-state';
import type { EditedStructure } from './edited';
import { FACT_GROUP_LABELS, groupWords } from './fact-words';
import { FACT_GROUP_NAMES, FACT_GROUPS, type FactGroup, isSame, type Patch } from './facts';
import { contactChangedSince, factsAt, type VersionEntry } from './versions';

const part = (group: FactGroup, facts: Patch) => FACT_GROUPS[group].map((column) => facts[column] ?? null);

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
  return isSame(part(group, base), part(group, saved.facts)) && !isSame(part(group, base), part(group, typed))
    ? 'typed'
    : 'saved';
}

/** What differs between the saved structure and the one typed over an older version, group by group. */
export function conflictOf(meeting: Meeting): Conflict {
  const { saved, typed, communeNames, author } = meeting;
  const savedFacts: Patch = { ...saved.facts, ...saved.contact };
  const fields = FACT_GROUP_NAMES.filter((group) => !isSame(part(group, savedFacts), part(group, typed))).map(
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
  const kept = keepSaved.flatMap((group) => FACT_GROUPS[group].map((column) => [column, savedFacts[column]] as const));
  return { ...typed, ...Object.fromEntries(kept) };
};
