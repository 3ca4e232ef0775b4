import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { databaseUrl } from './db';

/** Bytes of answers kept in memory by one process. */
const MAX_BYTES = 16 * 1024 * 1024;
const RECONNECT_AFTER_MS = 1_000;

type State = {
  answers: LRUCache<string, { value: unknown }>;
  reading: Map<string, Promise<unknown>>;
  /** Grows at each emptying: what was being read before belongs to the past and is not kept. */
  generation: number;
  /** While nobody tells us of changes made elsewhere, nothing may be kept. */
  listening: boolean;
  listener: pg.Client | null;
};

const shared = globalThis as typeof globalThis & { fabriquesCache?: State };

/** The text of an answer is most of it, and costs nothing to measure; to write it in JSON once more would. */
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
    listening: false,
    listener: null,
  };
  void listen(state);
  return state;
}

function empty(state: State) {
  state.generation += 1;
  state.answers.clear();
  state.reading.clear();
}

/** Hears of the changes made by other processes: a command in a terminal, another instance, the database's owner. */
async function listen(state: State) {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  let lost = false;
  const retry = () => {
    if (lost) return;
    lost = true;
    state.listening = false;
    empty(state);
    void client.end().catch(() => {});
    if (shared.fabriquesCache === state) setTimeout(() => void listen(state), RECONNECT_AFTER_MS).unref();
  };
  client.on('error', retry);
  client.on('end', retry);
  client.on('notification', () => empty(state));
  state.listener = client;
  try {
    await client.connect();
    await client.query('LISTEN directory_changed');
    empty(state);
    state.listening = true;
  } catch {
    retry();
  }
}

const getState = (): State => {
  shared.fabriquesCache ??= open();
  return shared.fabriquesCache;
};

/** Begins a reading now. Gives the way to keep what comes of it, which does nothing once a public table has changed. */
export function beginReading(): (key: string, value: unknown) => void {
  const { generation } = getState();
  return (key, value) => {
    const state = getState();
    if (state.listening && state.generation === generation) state.answers.set(key, { value });
  };
}

/**
 * What `read` answered last for this key, as long as no public table changed since. Holds data or JSON text, never
 * HTML. Reads under way are shared; a failed one is not kept.
 */
export async function remember<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
  const state = getState();
  const kept = state.answers.get(key);
  if (kept) return kept.value as Value;
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

/** The answer kept for this key, without waiting, or undefined. */
export const recall = <Value>(key: string): Value | undefined =>
  getState().answers.get(key)?.value as Value | undefined;

/** Forgets everything at once in this process: called by the action that wrote. */
export const emptyDirectoryCache = (): void => empty(getState());

/** Ends the listening connection, for tests and programs that exit. */
export async function closeCache(): Promise<void> {
  const state = shared.fabriquesCache;
  delete shared.fabriquesCache;
  await state?.listener?.end().catch(() => {});
}
