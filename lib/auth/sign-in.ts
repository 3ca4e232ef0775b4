import { APIError } from 'better-auth/api';
import { getDb } from '@/lib/db';
import { CODE_USED, getAuth } from './better-auth';
import { readSession } from './session';
import { beginAttempt } from './sign-in-attempts';
import { inStrangersLine } from './strangers-line';
import { recogniseVisitor, type Visitor } from './visitor';

/** What came of it; `headers` hold the cookies, which Next's own store has received as well. */
export type Entry =
  | { outcome: 'in' | 'second-factor'; headers: Headers }
  | { outcome: 'wrong' | 'over' | 'used' }
  | { outcome: 'wait'; seconds: number; isKnownDevice: boolean };

const isRefusal = (error: unknown): error is APIError =>
  error instanceof APIError && ['UNAUTHORIZED', 'BAD_REQUEST', 'TOO_MANY_REQUESTS'].includes(String(error.status));

type Given = { email: string; password: string };

async function tryPassword({ email, password }: Given, visitor: Visitor, request: Headers, at: Date): Promise<Entry> {
  const attempt = await beginAttempt('sign-in', email, visitor, at);
  if (attempt.waitSeconds > 0) {
    return { outcome: 'wait', seconds: attempt.waitSeconds, isKnownDevice: visitor.device !== null };
  }
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

/** First step. Cost and answer are the same for an unknown address, a disabled account and a wrong password. */
export async function enterWithPassword(email: string, password: string, request: Headers): Promise<Entry> {
  const arrivedAt = new Date();
  const visitor = await recogniseVisitor(email, request, arrivedAt);
  const attempt = () => tryPassword({ email, password }, visitor, request, arrivedAt);
  return visitor.device ? attempt() : inStrangersLine(attempt);
}

/** Second step: a code of the application, or one of the recovery codes. `over`, `used`: start again from the password. */
export async function enterWithCode(code: string, request: Headers): Promise<Entry> {
  const { api } = getAuth();
  // As it is copied by hand: with or without its dash, capitals and spaces.
  const compact = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const recovery = compact.replace(/^(.{5})(.{5})$/, '$1-$2');
  try {
    const { headers } = /^\d{6}$/.test(compact)
      ? await api.verifyTOTP({ body: { code: compact }, headers: request, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: recovery }, headers: request, returnHeaders: true });
    return { outcome: 'in', headers };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = error.body?.code;
    if (reason === 'ACCOUNT_TEMPORARILY_LOCKED') return { outcome: 'wait', seconds: 60, isKnownDevice: true };
    if (reason === CODE_USED) return { outcome: 'used' };
    return { outcome: reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE' ? 'wrong' : 'over' };
  }
}

/** Ends this session on the server and takes its cookie away. Harmless without one. */
export async function leave(request: Headers): Promise<void> {
  await getAuth().api.signOut({ headers: request });
}
