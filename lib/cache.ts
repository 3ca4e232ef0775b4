import { LRUCache } from 'lru-cache';
import { type Listening, listenToChanges } from './database/listening';

const MAX_BYTES = 16 * 1024 * 1024;

type State = {
  answers: LRUCache<string, { value: unknown }>;
  reading: Map<string, Promise<unknown>>;
  /** Grows at each emptying: what was being read before is not kept. */
  generation: number;
  listening: Listening;
};

const shared = globalThis as typeof globalThis & { fabriquesCache?: State };

/** The text of an answer is most of it, and costs nothing to measure. */
function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  const hasText = typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
  return hasText ? (value.text as string).length : JSON.stringify(value).length;
}

function open(): State {
  const state: State = {
    answers: new LRUCache({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ value }, key) => charactersOf(value) * 2 + key.length,
    }),
    reading: new Map(),
    generation: 0,
    listening: listenToChanges(() => empty(state)),
  };
  return state;
}

function empty(state: State) {
  state.generation += 1;
  state.answers.clear();
  state.reading.clear();
}

const getState = (): State => {
  shared.fabriquesCache ??= open();
  return shared.fabriquesCache;
};

/** Null while changes made elsewhere may not reach this process, which it finds out within ten seconds. */
export function currentGeneration(): number | null {
  const { listening, generation } = getState();
  return listening.hears() ? generation : null;
}

/** Gives the way to keep what comes of the reading, which does nothing once a public table has changed. */
export function beginReading(): (key: string, value: unknown) => void {
  const begunAt = currentGeneration();
  return (key, value) => {
    if (begunAt !== null && begunAt === currentGeneration()) getState().answers.set(key, { value });
  };
}

const find = (key: string) => (currentGeneration() === null ? undefined : getState().answers.get(key));

/** Holds data or JSON text, never HTML. Reads under way are shared; a failed one is not kept. */
export async function remember<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
  const kept = find(key);
  if (kept) return kept.value as Value;
  const state = getState();
  const underWay = state.reading.get(key);
  if (underWay) return underWay as Promise<Value>;

  const keep = beginReading();
  const promise = read();
  state.reading.set(key, promise);
  try {
    const value = await promise;
    keep(key, value);
    return value;
  } finally {
    if (state.reading.get(key) === promise) state.reading.delete(key);
  }
}

export const recall = <Value>(key: string): Value | undefined => find(key)?.value as Value | undefined;

export const emptyDirectoryCache = (): void => empty(getState());

export function closeCache(): void {
  shared.fabriquesCache?.listening.close();
  delete shared.fabriquesCache;
}
