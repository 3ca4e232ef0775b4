import { keyedHash } from '@/lib/secrets/keyed-hash';
import { type Attempt, type Counted, countAttempt } from './attempts';
import type { Visitor } from './visitor';

const LONGEST_ADDRESS = 60;

/** Asking for a link again and again keeps nobody out. */
const RULE = { 'sign-in': 'password', forgotten: 'link' } as const;
type Purpose = keyof typeof RULE;

/** A hash names nobody who merely mistyped. A known device counts apart from strangers, at an address of its own. */
function countedAs(purpose: Purpose, email: string, { network, device }: Visitor): Counted {
  const account = keyedHash(purpose, [email.toLowerCase(), device?.hash].join('\0'));
  return { account, address: device ? account : network.slice(0, LONGEST_ADDRESS) || 'inconnue' };
}

export const beginAttempt = (purpose: Purpose, email: string, visitor: Visitor, now = new Date()): Promise<Attempt> =>
  countAttempt(countedAs(purpose, email, visitor), RULE[purpose], now);
