import type { RecordedChange } from '@/lib/audit/changes';
import { DomainError } from '@/lib/errors';

/** A line of the journal about one record, as far as its versions need it. */
export type Line = Pick<RecordedChange, 'action' | 'before' | 'after'>;

/** How the lines of a kind of record are taken back. */
export type Past<State> = {
  /** Whether the record came to be with this line: before it there is none. */
  isBirth: (line: Line) => boolean;
  /** Whether it ceased to be with this line, which then holds all of it. */
  isEnd: (line: Line) => boolean;
  /** All that the record said before it ceased to be. */
  atEnd: (line: Line) => State;
  /** What it said before a line that changed it. */
  before: (state: State, line: Line) => State;
};

/** The version that a line ended with; null for one that has none. */
export const versionAfter = ({ after }: Pick<Line, 'after'>): number | null =>
  typeof after?.version === 'number' ? after.version : null;

export const isAfter = (line: Pick<Line, 'after'>, version: number): boolean => (versionAfter(line) ?? 0) > version;

/** The facts with those that a line changed put back, as far as the names are its own. */
export const putBack = <State extends object>(state: State, { before }: Line, names: readonly string[]): State => ({
  ...state,
  ...Object.fromEntries(names.flatMap((name) => (before && name in before ? [[name, before[name]]] : []))),
});

/** The state before a line; null where there was no record. */
export function undo<State>(past: Past<State>, state: State | null, line: Line): State | null {
  if (past.isBirth(line)) return null;
  if (past.isEnd(line)) return past.atEnd(line);
  return state && past.before(state, line);
}

/** What the record said at a version: later changes are taken back one by one. Null for a version that never was. */
export function stateAt<State>(
  past: Past<State>,
  current: { version: number; state: State },
  newestFirst: readonly Line[],
  version: number,
): State | null {
  if (!Number.isInteger(version) || version < 1 || version > current.version) return null;
  return newestFirst
    .filter((line) => isAfter(line, version) && !isAfter(line, current.version))
    .reduce<State | null>((state, line) => undo(past, state, line), current.state);
}

/** What the record said once a line had been written, all later ones taken back (0: before the first). Refuses a line of another. */
export function stateAfterLine<State>(
  past: Past<State>,
  current: State | null,
  newestFirst: readonly (Line & { id: bigint })[],
  entryId: string,
): State {
  const at = BigInt(entryId);
  const isKnown = at === 0n || newestFirst.some(({ id }) => id === at);
  const later = newestFirst.filter(({ id }) => id > at);
  const state = isKnown ? later.reduce<State | null>((now, line) => undo(past, now, line), current) : null;
  if (state === null) throw new DomainError('version-unknown');
  return state;
}
