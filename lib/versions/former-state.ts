import type { RecordedChange } from '@/lib/audit/changes';
import { DomainError } from '@/lib/errors';

export type Line = Pick<RecordedChange, 'action' | 'before' | 'after'>;

export type Past<State> = {
  isBirth: (line: Line) => boolean;
  /** Such a line holds all that the record said. */
  isEnd: (line: Line) => boolean;
  atEnd: (line: Line) => State;
  before: (state: State, line: Line) => State;
};

export const versionAfter = ({ after }: Pick<Line, 'after'>): number | null =>
  typeof after?.version === 'number' ? after.version : null;

export const isAfter = (line: Pick<Line, 'after'>, version: number): boolean => (versionAfter(line) ?? 0) > version;

export const putBack = <State extends object>(state: State, { before }: Line, names: readonly string[]): State => ({
  ...state,
  ...Object.fromEntries(names.flatMap((name) => (before && name in before ? [[name, before[name]]] : []))),
});

export function undo<State>(past: Past<State>, state: State | null, line: Line): State | null {
  if (past.isBirth(line)) return null;
  if (past.isEnd(line)) return past.atEnd(line);
  return state && past.before(state, line);
}

/** Null for a version that never was. */
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

/** `entryId` 0 is before the first line. Refuses a line of another record. */
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
