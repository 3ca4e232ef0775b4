import { getPool } from '@/lib/db';

const FRESH_FOR_MS = 1_000;
const ANSWER_WITHIN_MS = 1_500;

type Health = { available: boolean; checkedAt: number; check: Promise<boolean> | null };
const shared = globalThis as typeof globalThis & { fabriquesDatabaseHealth?: Health };

async function ping(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const answer = getPool()
    .query('SELECT 1')
    .then(
      () => true,
      () => false,
    );
  const available = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  return available;
}

/** Whether PostgreSQL answered a moment ago. Asked of the database at most once a second, however many pages ask. */
export async function isDatabaseAvailable(): Promise<boolean> {
  const health = (shared.fabriquesDatabaseHealth ??= { available: true, checkedAt: 0, check: null });
  if (Date.now() - health.checkedAt < FRESH_FOR_MS) return health.available;
  health.check ??= ping().then((available) => {
    health.available = available;
    health.checkedAt = Date.now();
    health.check = null;
    return available;
  });
  return health.check;
}
