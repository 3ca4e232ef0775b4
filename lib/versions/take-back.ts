import { type BatchLine, listBatchLines, listLinesAfterBatch } from '@/lib/audit/batch-lines';
import type { SubjectKind } from '@/lib/audit/subject-kinds';
import type { Missing } from '@/lib/domain/publishable';
import type { DomainCode } from '@/lib/errors';
import { isSame } from '@/lib/fields/field';
import type { Actor } from '@/lib/permissions/actor';
import type { Prisma } from '@/prisma/generated/client';
import { type Past, undo } from './former-state';

type Tx = Prisma.TransactionClient;
type Lines = readonly BatchLine[];

/** `missing`: what the record would lack. */
export type Obstacle = { id: string; why: DomainCode; missing?: readonly Missing[] };

/** `lines`: what the batch wrote of the record, newest first; `target`: null for nowhere. */
export type Turn<Held, State> = { id: string; held: Held; lines: Lines; target: State | null };
export type Refused<Held, State> = Turn<Held, State> & { obstacle: Obstacle };

export type Noun<Held extends { state: State | null }, State> = {
  kinds: readonly SubjectKind[];
  past: Past<State>;
  /** Held by the caller, those that ended too; one erased is left out. */
  read: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Held>>;
  mayTouch: (actor: Actor, held: Held, lines: Lines) => boolean;
  /** By the names that `partsOf` gives: parts that change apart from each other. */
  inParts: (state: State) => Readonly<Record<string, unknown>>;
  partsOf: (line: BatchLine) => readonly string[];
  write: (tx: Tx, actor: Actor, turns: readonly Turn<Held, State>[], batchId: string) => Promise<Obstacle[]>;
};

export type TakeBack<Held, State> = {
  turns: readonly Turn<Held, State>[];
  back: readonly Turn<Held, State>[];
  kept: readonly Turn<Held, State>[];
  refused: readonly Refused<Held, State>[];
};

function bySubject(lines: Lines): ReadonlyMap<string, Lines> {
  const groups = new Map<string, BatchLine[]>();
  for (const line of lines) {
    const group = groups.get(line.subjectId);
    if (group) group.push(line);
    else groups.set(line.subjectId, [line]);
  }
  return groups;
}

/** Of a record that the batch began or ended, anything at all counts. */
function isChangedSince<Held extends { state: State | null }, State>(
  { past, inParts, partsOf }: Noun<Held, State>,
  now: State | null,
  lines: Lines,
  later: Lines,
): boolean {
  if (later.length === 0) return false;
  if ([...lines, ...later].some((line) => past.isBirth(line) || past.isEnd(line))) return true;
  if (now === null) return true;
  const then = later.reduce<State | null>((state, line) => undo(past, state, line), now);
  if (then === null) return true;
  const [was, is] = [inParts(then), inParts(now)];
  return lines.flatMap(partsOf).some((part) => !isSame(was[part], is[part]));
}

export async function planTakeBack<Held extends { state: State | null }, State>(
  tx: Tx,
  actor: Actor,
  noun: Noun<Held, State>,
  batch: string,
): Promise<TakeBack<Held, State>> {
  const written = bySubject(await listBatchLines(tx, batch, noun.kinds));
  const ids = [...written.keys()];
  const held = await noun.read(tx, ids);
  const later = bySubject(await listLinesAfterBatch(tx, batch, noun.kinds, ids));
  const turns: Turn<Held, State>[] = [];
  const kept: Turn<Held, State>[] = [];
  const refused: Refused<Held, State>[] = [];
  for (const [id, lines] of written) {
    const one = held.get(id);
    if (!one) continue;
    const target = lines.reduce<State | null>((state, line) => undo(noun.past, state, line), one.state);
    const turn = { id, held: one, lines, target };
    if (!noun.mayTouch(actor, one, lines)) refused.push({ ...turn, obstacle: { id, why: 'out-of-scope' } });
    else if (isChangedSince(noun, one.state, lines, later.get(id) ?? [])) kept.push(turn);
    else turns.push(turn);
  }
  return { turns, back: [], kept, refused };
}

/** Those refused are tried again: what stood in the way may have gone with what other kinds wrote. */
export async function writeTakeBack<Held extends { state: State | null }, State>(
  tx: Tx,
  actor: Actor,
  noun: Noun<Held, State>,
  { turns, back, kept, refused }: TakeBack<Held, State>,
  batchId: string,
): Promise<TakeBack<Held, State>> {
  const isFinal = ({ obstacle }: Refused<Held, State>) => obstacle.why === 'out-of-scope';
  const asked = [...turns, ...refused.filter((one) => !isFinal(one))];
  if (asked.length === 0) return { turns, back, kept, refused };
  const standing = await noun.read(
    tx,
    asked.map(({ id }) => id),
  );
  const now = asked.map(({ id, held, lines, target }) => ({ id, held: standing.get(id) ?? held, lines, target }));
  const obstacles = new Map((await noun.write(tx, actor, now, batchId)).map((one) => [one.id, one]));
  const refusedNow = now.flatMap((turn) => {
    const obstacle = obstacles.get(turn.id);
    return obstacle ? [{ ...turn, obstacle }] : [];
  });
  return {
    turns: [],
    back: [...back, ...now.filter(({ id }) => !obstacles.has(id))],
    kept,
    refused: [...refused.filter(isFinal), ...refusedNow],
  };
}
