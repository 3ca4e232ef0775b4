import { keyedHash } from '@/lib/secrets/keyed-hash';
import { type Attempt, type Counted, countAttempt } from './attempts';
import type { Visitor } from './visitor';

const LONGEST_ADDRESS = 60;

/** Forgotten passwords are counted apart: asking for a link again and again keeps nobody out. */
const RULE = { 'sign-in': 'password', forgotten: 'link' } as const;
type Purpose = keyof typeof RULE;

/**
 * The account is a hash, so that the table names nobody who merely mistyped. A known device is an account of its own, at an
 * address of its own: neither counts with the strangers'.
 */
function countedAs(purpose: Purpose, email: string, { network, device }: Visitor): Counted {
  const account = keyedHash(purpose, [email.toLowerCase(), device?.hash].join('\0'));
  return { account, address: device ? account : network.slice(0, LONGEST_ADDRESS) || 'inconnue' };
}

/** Counts one more password given for an account, or one more link asked for it. */
export const beginAttempt = (purpose: Purpose, email: string, visitor: Visitor, now = new Date()): Promise<Attempt> =>
  countAttempt(countedAs(purpose, email, visitor), RULE[purpose], now);
