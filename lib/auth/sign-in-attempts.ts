import { getDb, sql } from '@/lib/db';
import { keyedHash } from './keyed-hash';
import type { Visitor } from './visitor';
import { type Attempts, type Failures, waitingSeconds } from './waiting';

const HOUR_MS = 3_600_000;
const LONGEST_ADDRESS = 60;

type Row = {
  pair: number;
  pairAt: Date | null;
  address: number;
  addressAt: Date | null;
  account: number;
  accountAt: Date | null;
};

const failures = (count: number, lastAt: Date | null): Failures => ({ count, lastAt });

/** Forgotten passwords are counted apart: asking for a link again and again keeps nobody out. */
type Purpose = 'sign-in' | 'forgotten';

/**
 * Under what an attempt is counted. The account is a hash, so that the table names nobody who merely mistyped. A known
 * device is an account of its own, at an address of its own: neither counts with the strangers'.
 */
function countedAs(purpose: Purpose, email: string, { network, device }: Visitor) {
  const account = keyedHash(purpose, [email.toLowerCase(), device?.hash].join('\0'));
  return { account, address: device ? account : network.slice(0, LONGEST_ADDRESS) || 'inconnue' };
}

export type Attempt = {
  /** Seconds to wait; the password was not looked at when there are any. */
  waitSeconds: number;
  /** Called when the password was right: the person's own mistakes are forgotten, those of others are kept. */
  forget: () => Promise<void>;
};

/**
 * Counts an attempt before its password is looked at, so that a hundred at once are a hundred. Attempts made while
 * waiting are not counted: the wait never grows by itself.
 */
export async function beginAttempt(
  purpose: Purpose,
  email: string,
  visitor: Visitor,
  now = new Date(),
): Promise<Attempt> {
  const { account, address } = countedAs(purpose, email, visitor);
  const since = new Date(now.getTime() - HOUR_MS);
  const waitSeconds = await getDb().$transaction(async (tx) => {
    // Always in this order: many accounts tried from one address wait for each other, and none forever.
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${account}, 1))`);
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${address}, 2))`);
    const [row] = await tx.$queryRaw<Row[]>(sql`
      SELECT coalesce(sum(count) FILTER (WHERE account_hash = ${account} AND address = ${address}), 0)::int AS "pair",
        max(last_at) FILTER (WHERE account_hash = ${account} AND address = ${address}) AS "pairAt",
        coalesce(sum(count) FILTER (WHERE address = ${address}), 0)::int AS "address",
        max(last_at) FILTER (WHERE address = ${address}) AS "addressAt",
        coalesce(sum(count) FILTER (WHERE account_hash = ${account}), 0)::int AS "account",
        max(last_at) FILTER (WHERE account_hash = ${account}) AS "accountAt"
      FROM sign_in_failure WHERE last_at > ${since} AND (account_hash = ${account} OR address = ${address})`);
    const attempts: Attempts = {
      pair: failures(row?.pair ?? 0, row?.pairAt ?? null),
      address: failures(row?.address ?? 0, row?.addressAt ?? null),
      account: failures(row?.account ?? 0, row?.accountAt ?? null),
    };
    const wait = waitingSeconds(attempts, now);
    if (wait > 0) return wait;
    await tx.$executeRaw(sql`
      INSERT INTO sign_in_failure (hour, account_hash, address, count, last_at)
      VALUES (date_trunc('hour', ${now}::timestamptz), ${account}, ${address}, 1, ${now})
      ON CONFLICT (hour, account_hash, address) DO UPDATE
        SET count = sign_in_failure.count + 1, last_at = greatest(sign_in_failure.last_at, EXCLUDED.last_at)`);
    return 0;
  });
  return {
    waitSeconds,
    forget: async () => {
      await getDb().signInFailure.deleteMany({ where: { accountHash: account, address, lastAt: { gt: since } } });
    },
  };
}
