import type { Conflict, ConflictField } from './form-state';
import { dayInParis, formatDate, todayInParis } from './french/dates';
import { timeInParis } from './french/instants';

/** The time, with the day of another day than today. */
function when(at: Date): string {
  const day = dayInParis(at);
  return `${day === todayInParis() ? '' : ` le ${formatDate(day)}`} à ${timeInParis(at)}`;
}

/** Who saved the version that stands, and when. */
export const savedBy = (author: string, version: number, at: Date | undefined): string =>
  `${author} a enregistré la version ${version}${at ? when(at) : ''}.`;

type Sides<State, Name extends string> = {
  saved: { version: number; state: State };
  typed: State;
  /** What stood when the form was opened. */
  base: State;
  /** The last change that the journal tells. */
  last: { actorName: string | null; at: Date } | undefined;
  /** What two states say otherwise, in the order of the form. */
  between(one: State, other: State): readonly Name[];
  label(name: Name): string;
  words(name: Name, state: State): string;
};

/** What differs between a saved state and one typed over an older version: the typed side where only that person changed it. */
export function conflictBetween<State, Name extends string>(sides: Sides<State, Name>): Conflict {
  const { saved, typed, base, last, between, label, words } = sides;
  const [mine, theirs] = [between(base, typed), between(base, saved.state)];
  return {
    version: saved.version,
    sentence: savedBy(last?.actorName ?? 'Une autre personne', saved.version, last?.at),
    fields: between(saved.state, typed).map(
      (name): ConflictField => ({
        name,
        label: label(name),
        saved: words(name, saved.state),
        typed: words(name, typed),
        suggested: mine.includes(name) && !theirs.includes(name) ? 'typed' : 'saved',
      }),
    ),
  };
}
