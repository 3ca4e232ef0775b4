import { recordAudit } from '@/lib/audit/record';
import { getDb } from '@/lib/database/db';
import { PROGRAM } from '@/lib/permissions/actor';
import { keyedHash } from '@/lib/secrets/keyed-hash';
import { type Attempt, countAttempt } from './attempts';
import type { Visitor } from './visitor';
import { FREE_CODES } from './waiting';

/** Counted apart, so that the second opens while the first waits. */
export type CodeKind = 'code' | 'recovery-code';

/** Those that only used a link count together, or each link would bring its owner's tries anew; strangers too, wherever they are. */
const countedFor = ({ device }: Visitor) => (device === null ? 'strangers' : device.hasEntered ? device.hash : 'links');

/** Across the sign-ins of the account. */
export function beginCodeAttempt(userId: string, kind: CodeKind, visitor: Visitor, now = new Date()): Promise<Attempt> {
  const account = keyedHash(kind, `${userId}\0${countedFor(visitor)}`);
  return countAttempt({ account, address: account }, 'code', now);
}

export type CodeSpell = { email: string; kind: CodeKind; isKnownDevice: boolean };

/** Once a spell, when the waiting begins; null before and after. */
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
