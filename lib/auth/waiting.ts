export type Failures = { count: number; lastAt: Date | null };

export type Attempts = {
  pair: Failures;
  address: Failures;
  account: Failures;
};

const HOUR_SECONDS = 60 * 60;
const FREE = { pair: 5, address: 30, account: 20 };
const LONGEST_SECONDS = HOUR_SECONDS / 4;
/** An account attacked from many addresses stays open to its owner on a new device, who waits with the strangers. */
const LONGEST_FOR_ACCOUNT_SECONDS = 60;
/** Links that strangers ask for fill the owner's box, and one serves an hour: one that still does is always there. */
const FREE_LINKS = 5;
const LONGEST_FOR_LINKS_SECONDS = HOUR_SECONDS / 2;

/** Those of two sign-ins: whoever gives codes has the password, and guesses one of a million. */
export const FREE_CODES = 10;

/** 2 s, 4 s, 8 s… */
const delay = (count: number, free: number, longest: number) => Math.min(longest, 2 ** Math.min(20, count - free + 1));

function remaining({ count, lastAt }: Failures, free: number, longest: number, now: Date): number {
  if (!lastAt || count < free) return 0;
  // Another arrival, or another instance, may have counted at a later instant than this one's.
  const elapsed = Math.max(0, now.getTime() - lastAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(delay(count, free, longest) - elapsed));
}

const afterAddress = ({ pair, address }: Attempts, now: Date): number =>
  Math.max(remaining(pair, FREE.pair, LONGEST_SECONDS, now), remaining(address, FREE.address, LONGEST_SECONDS, now));

const afterPasswords = (attempts: Attempts, now: Date): number =>
  Math.max(afterAddress(attempts, now), remaining(attempts.account, FREE.account, LONGEST_FOR_ACCOUNT_SECONDS, now));

/** Whether the account exists or not. */
const afterLinks = (attempts: Attempts, now: Date): number =>
  Math.max(afterAddress(attempts, now), remaining(attempts.account, FREE_LINKS, LONGEST_FOR_LINKS_SECONDS, now));

/** Counted for the account alone. */
const afterCodes = ({ account }: Attempts, now: Date): number => remaining(account, FREE_CODES, HOUR_SECONDS, now);

/** What waits for long counts for a day: within an hour the count would begin anew with each try. Whole seconds. */
export const WAITING = {
  password: { windowMs: HOUR_SECONDS * 1_000, waitingSeconds: afterPasswords },
  link: { windowMs: 24 * HOUR_SECONDS * 1_000, waitingSeconds: afterLinks },
  code: { windowMs: 24 * HOUR_SECONDS * 1_000, waitingSeconds: afterCodes },
} as const;

export type WaitingRule = keyof typeof WAITING;

/** Rounded up. */
export function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconde${seconds > 1 ? 's' : ''}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
