import { recordAudit } from '@/lib/audit/record';
import { getDb } from '@/lib/database/db';
import { PROGRAM } from '@/lib/permissions/actor';
import { keyedHash } from '@/lib/secrets/keyed-hash';
import { type Attempt, countAttempt } from './attempts';
import type { Visitor } from './visitor';
import { FREE_CODES } from './waiting';

/** Of the application, or one of the recovery codes: counted apart, so that the second opens while the first waits. */
export type CodeKind = 'code' | 'recovery-code';

/**
 * Whoever asks for codes has given the password. A device that entered before is counted for itself; those that only used
 * a link together, or each link would bring its owner's tries anew; strangers together, wherever they are.
 */
const countedFor = ({ device }: Visitor) => (device === null ? 'strangers' : device.hasEntered ? device.hash : 'links');

/** Counts one more code given for an account, across its sign-ins. */
export function beginCodeAttempt(userId: string, kind: CodeKind, visitor: Visitor, now = new Date()): Promise<Attempt> {
  const account = keyedHash(kind, `${userId}\0${countedFor(visitor)}`);
  return countAttempt({ account, address: account }, 'code', now);
}

/** Codes that someone tried one after the other; told to the owner where mail can be sent. */
export type CodeSpell = { email: string; kind: CodeKind; isKnownDevice: boolean };

/** Tells the journal once a spell, when the waiting begins; null before and after. */
export async function recordCodeSpell(
  { count }: Attempt,
  user: { id: string; email: string },
  kind: CodeKind,
  { device }: Visitor,
): Promise<CodeSpell | null> {
  if (count !== FREE_CODES) return null;
  const isKnownDevice = device !== null;
  await getDb().$transaction((tx) =>
    recordAudit(tx, PROGRAM, {
      action: 'user.codes-refused',
      subjectKind: 'user',
      subjectId: user.id,
      after: { kind, knownDevice: isKnownDevice },
    }),
  );
  return { email: user.email, kind, isKnownDevice };
}
