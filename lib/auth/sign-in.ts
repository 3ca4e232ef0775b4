import { APIError } from 'better-auth/api';
import { getDb } from '@/lib/database/db';
import type { Attempt } from './attempts';
import { CODE_USED, getAuth } from './better-auth';
import { beginCodeAttempt, type CodeKind, type CodeSpell, recordCodeSpell } from './code-attempts';
import { readSession } from './session';
import { beginAttempt } from './sign-in-attempts';
import { inStrangersLine } from './strangers-line';
import { recogniseVisitor, type Visitor } from './visitor';

/** `headers` hold the cookies, which Next's own store has received as well. */
export type Entry =
  | { outcome: 'in' | 'second-factor'; headers: Headers }
  /** `spell` is told to the owner of the account. */
  | { outcome: 'wrong' | 'over' | 'used'; spell?: CodeSpell | null }
  | { outcome: 'wait'; seconds: number; isKnownDevice: boolean };

const isRefusal = (error: unknown): error is APIError =>
  error instanceof APIError && ['UNAUTHORIZED', 'BAD_REQUEST', 'CONFLICT'].includes(String(error.status));

const waitFor = ({ waitSeconds }: Attempt, { device }: Visitor): Entry => ({
  outcome: 'wait',
  seconds: waitSeconds,
  isKnownDevice: device !== null,
});

type Given = { email: string; password: string };

async function tryPassword({ email, password }: Given, visitor: Visitor, request: Headers, at: Date): Promise<Entry> {
  const attempt = await beginAttempt('sign-in', email, visitor, at);
  if (attempt.waitSeconds > 0) return waitFor(attempt, visitor);
  const former = await readSession(request);
  try {
    const { headers, response } = await getAuth().api.signInEmail({
      body: { email, password },
      headers: request,
      returnHeaders: true,
    });
    await attempt.forget();
    if (former) await getDb().session.deleteMany({ where: { id: former.sessionId } });
    return { outcome: 'twoFactorRedirect' in response ? 'second-factor' : 'in', headers };
  } catch (error) {
    if (isRefusal(error)) return { outcome: 'wrong' };
    throw error;
  }
}

/** Cost and answer are the same for an unknown address, a disabled account and a wrong password. */
export async function enterWithPassword(email: string, password: string, request: Headers): Promise<Entry> {
  const arrivedAt = new Date();
  const visitor = await recogniseVisitor(email, request, arrivedAt);
  return inStrangersLine(visitor, () => tryPassword({ email, password }, visitor, request, arrivedAt));
}

type GivenCode = { kind: CodeKind; code: string };

/** As copied by hand: with or without its dash, capitals and spaces. */
function readCode(typed: string): GivenCode {
  const compact = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (/^\d{6}$/.test(compact)) return { kind: 'code', code: compact };
  return { kind: 'recovery-code', code: compact.replace(/^(.{5})(.{5})$/, '$1-$2') };
}

type CodeEntry = { outcome: 'in'; headers: Headers } | { outcome: 'wrong' | 'over' | 'used' };

async function tryCode({ kind, code }: GivenCode, userId: string, request: Headers): Promise<CodeEntry> {
  const { api } = getAuth();
  const verify = kind === 'code' ? api.verifyTOTP : api.verifyBackupCode;
  try {
    const { headers, response } = await verify({ body: { code }, headers: request, returnHeaders: true });
    // Beside a session, the library looks at the code for the session's account: it says nothing of the one that awaits it.
    return response.user.id === userId ? { outcome: 'in', headers } : { outcome: 'over' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = error.body?.code;
    if (reason === CODE_USED) return { outcome: 'used' };
    // Sent twice at once, a recovery code was taken by the other sending, or with the sign-in that was there a moment ago.
    const isTaken = kind === 'recovery-code' && (error.status === 'CONFLICT' || reason === 'INVALID_TWO_FACTOR_COOKIE');
    const isWrong = reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE' || isTaken;
    return { outcome: isWrong ? 'wrong' : 'over' };
  }
}

/** `over`, `used`: start again from the password. */
export async function enterWithCode(typed: string, request: Headers): Promise<Entry> {
  const arrivedAt = new Date();
  const user = await getAuth().api.readChallenge({ headers: request });
  if (!user) return { outcome: 'over' };
  const visitor = await recogniseVisitor(user.email, request, arrivedAt);
  const given = readCode(typed);
  const attempt = await inStrangersLine(visitor, () => beginCodeAttempt(user.id, given.kind, visitor, arrivedAt));
  if (attempt.waitSeconds > 0) return waitFor(attempt, visitor);
  const entry = await tryCode(given, user.id, request);
  if (entry.outcome !== 'in') return { ...entry, spell: await recordCodeSpell(attempt, user, given.kind, visitor) };
  await attempt.forget();
  return entry;
}

/** Harmless without a session. */
export async function leave(request: Headers): Promise<void> {
  await getAuth().api.signOut({ headers: request });
}
