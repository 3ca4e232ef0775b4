import { isConnectionError } from './connection-error';
import { getHealthPool } from './db';

const FRESH_FOR_MS = 1_000;
const ANSWER_WITHIN_MS = 1_500;

type Health = { available: boolean; checkedAt: number; check: Promise<boolean> | null };
const shared = globalThis as typeof globalThis & { fabriquesDatabaseHealth?: Health };

/** Any answer of the server is a sign of life, even one that says that it is busy. */
const isAlive = () =>
  getHealthPool()
    .query('SELECT 1')
    .then(
      () => true,
      (error: unknown) => !isConnectionError(error),
    );

async function ping(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    // After a moment when this process was busy, an answer that is already here is read first.
    timer = setTimeout(() => setImmediate(() => resolve(false)), ANSWER_WITHIN_MS);
  });
  const available = await Promise.race([isAlive(), tooLate]);
  clearTimeout(timer);
  return available;
}

/** Asked of the database at most once a second, however many pages ask. */
export async function isDatabaseAvailable(): Promise<boolean> {
  const health = (shared.fabriquesDatabaseHealth ??= {
    available: true,
    checkedAt: Number.NEGATIVE_INFINITY,
    check: null,
  });
  if (performance.now() - health.checkedAt < FRESH_FOR_MS) return health.available;
  health.check ??= ping().then((available) => {
    health.available = available;
    health.checkedAt = performance.now();
    health.check = null;
    return available;
  });
  return health.check;
}
