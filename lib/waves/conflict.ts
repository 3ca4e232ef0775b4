import { EditedMeanwhile } from '@/lib/errors';
import type { ConflictField } from '@/lib/form-state';
import { timeInParis } from '@/lib/french/instants';
import { upperFirst } from '@/lib/french/words';
import { WAVE_FIELD_WORDS, waveValueWords } from './fact-words';
import type { WaveFacts } from './schema';
import { changedFacts, undoWaveChange, WAVE_FACTS, type WaveFact } from './state';

type Change = {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  actorName: string | null;
  at: Date;
};

type Meeting = {
  saved: { version: number; facts: WaveFacts };
  typed: WaveFacts;
  /** Version that the form was opened on. */
  version: number;
  /** What the journal tells of the wave, newest first. */
  changes: readonly Change[];
};

const namesBetween = (one: WaveFacts, other: WaveFacts): WaveFact[] => {
  const changed = changedFacts(one, other);
  return WAVE_FACTS.filter((name) => changed && name in changed.after);
};

function words(name: WaveFact, facts: WaveFacts): string {
  const value = facts[name];
  if (value === null) return 'vide';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return waveValueWords(name, value) ?? String(value);
}

/** Refuses to write over someone else's version, with what differs from it and which side to keep at first. */
export function refuseOtherVersion({ saved, typed, version, changes }: Meeting): never {
  const base = changes.filter(({ after }) => Number(after?.version ?? 0) > version).reduce(undoWaveChange, saved.facts);
  const [mine, theirs] = [namesBetween(base, typed), namesBetween(base, saved.facts)];
  const fields = namesBetween(saved.facts, typed).map(
    (name): ConflictField => ({
      name,
      label: upperFirst(WAVE_FIELD_WORDS[name] ?? name),
      saved: words(name, saved.facts),
      typed: words(name, typed),
      suggested: mine.includes(name) && !theirs.includes(name) ? 'typed' : 'saved',
    }),
  );
  const [last] = changes;
  throw new EditedMeanwhile({
    version: saved.version,
    sentence: `${last?.actorName ?? 'Une autre personne'} a enregistré la version ${saved.version}${last ? ` à ${timeInParis(last.at)}` : ''}.`,
    fields,
  });
}
