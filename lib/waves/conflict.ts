import { conflictBetween } from '@/lib/edit-conflict';
import { EditedMeanwhile } from '@/lib/errors';
import { fieldWords } from '@/lib/fields/field';
import { WAVE_FACTS, WAVE_FIELDS, type WaveFact, waveFactLabel } from './fields';
import type { WaveFacts } from './schema';
import { changedFacts, undoWaveChange } from './state';

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

/** Refuses to write over someone else's version, with what differs from it and which side to keep at first; nothing to refuse where they agree. */
export function refuseOtherVersion({ saved, typed, version, changes }: Meeting): void {
  const conflict = conflictBetween({
    saved: { version: saved.version, state: saved.facts },
    typed,
    base: changes.filter(({ after }) => Number(after?.version ?? 0) > version).reduce(undoWaveChange, saved.facts),
    last: changes[0],
    between: namesBetween,
    label: waveFactLabel,
    words: (name, facts) => fieldWords(WAVE_FIELDS[name], facts[name]),
  });
  if (conflict.fields.length > 0) throw new EditedMeanwhile(conflict);
}
