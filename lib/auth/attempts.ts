import { getDb, sql } from '@/lib/database/db';
import { type Attempts, type Failures, WAITING, type WaitingRule } from './waiting';

type Row = {
  pair: number;
  pairAt: Date | null;
  address: number;
  addressAt: Date | null;
  account: number;
  accountAt: Date | null;
};

const failures = (count: number, lastAt: Date | null): Failures => ({ count, lastAt });

/** Keyed hashes, but the network of a stranger. */
export type Counted = { account: string; address: string };

export type Attempt = {
  /** Seconds to wait; what was given was not looked at when there are any. */
  waitSeconds: number;
  /** Of the account from anywhere, this one included. */
  count: number;
  /** When what was given was right: the person's own mistakes are forgotten, those of others are kept. */
  forget: () => Promise<void>;
};

/** Counts before what is given is looked at: a hundred at once are a hundred. Waiting, none counts: the wait never grows by itself. */
export async function countAttempt({ account, address }: Counted, rule: WaitingRule, now: Date): Promise<Attempt> {
  const { windowMs, waitingSeconds } = WAITING[rule];
  const since = new Date(now.getTime() - windowMs);
  const { waitSeconds, count } = await getDb().$transaction(async (tx) => {
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
    if (wait > 0) return { waitSeconds: wait, count: attempts.account.count };
    await tx.$executeRaw(sql`
      INSERT INTO sign_in_failure (hour, account_hash, address, count, last_at)
      VALUES (date_trunc('hour', ${now}::timestamptz), ${account}, ${address}, 1, ${now})
      ON CONFLICT (hour, account_hash, address) DO UPDATE
        SET count = sign_in_failure.count + 1, last_at = greatest(sign_in_failure.last_at, EXCLUDED.last_at)`);
    return { waitSeconds: 0, count: attempts.account.count + 1 };
  });
  return {
    waitSeconds,
    count,
    forget: async () => {
      await getDb().signInFailure.deleteMany({ where: { accountHash: account, address, lastAt: { gt: since } } });
    },
  };
}
