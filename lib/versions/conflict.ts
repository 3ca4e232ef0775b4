import type { RecordedChange } from '@/lib/audit/changes';
import type { Conflict, ConflictField } from '@/lib/domain/conflict';
import { EditedMeanwhile } from '@/lib/errors';
import { isAfter, versionAfter } from './former-state';

export type Parts<State, Part extends string> = {
  parts: readonly Part[];
  label: (part: Part) => string;
  say: (part: Part, state: State) => string;
  isSame: (part: Part, one: State, other: State) => boolean;
  namesOf: (part: Part) => readonly string[];
};

type Told = Pick<RecordedChange, 'before' | 'after'> & Partial<Pick<RecordedChange, 'actorName' | 'at'>>;

type Sides<State> = {
  saved: { version: number; state: State };
  typed: State;
  /** On which the form was opened. */
  version: number;
  /** Newest first. */
  lines: readonly Told[];
};

export function conflictOf<State, Part extends string>(
  { parts, label, say, isSame, namesOf }: Parts<State, Part>,
  { saved, typed, version, lines }: Sides<State>,
): Conflict {
  const since = lines.filter((line) => isAfter(line, version));
  const isTheirs = (part: Part) =>
    since.some(({ before, after }) => namesOf(part).some((name) => name in { ...before, ...after }));
  const last = lines.find((line) => versionAfter(line) === saved.version);
  return {
    version: saved.version,
    savedBy: last?.actorName ?? null,
    savedAt: last?.at ?? null,
    fields: parts
      .filter((part) => !isSame(part, saved.state, typed))
      .map(
        (part): ConflictField => ({
          name: part,
          label: label(part),
          saved: say(part, saved.state),
          typed: say(part, typed),
          suggested: isTheirs(part) ? 'saved' : 'typed',
        }),
      ),
  };
}

export function refuseOtherVersion<State, Part extends string>(noun: Parts<State, Part>, sides: Sides<State>): void {
  if (sides.saved.version === sides.version) return;
  const conflict = conflictOf(noun, sides);
  if (conflict.fields.length > 0) throw new EditedMeanwhile(conflict);
}

/** What the form does not say stays unsaid. */
export function withChoices<Typed extends object, Part extends string>(
  typed: Typed,
  saved: object,
  keepSaved: readonly Part[],
  namesOf: (part: Part) => readonly string[],
): Typed {
  const facts = saved as Record<string, unknown>;
  const names = keepSaved.flatMap(namesOf).filter((name) => name in typed);
  return { ...typed, ...Object.fromEntries(names.map((name) => [name, facts[name]])) };
}
