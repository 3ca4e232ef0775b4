import { readSession, type SignedIn } from '@/lib/auth/session';
import { enterWithPassword } from '@/lib/auth/sign-in';
import { totpCode } from '@/lib/auth/totp';
import { getDb } from '@/lib/database/db';
import { unseal } from '@/lib/secrets/seal';
import { confirmSecondFactor, startSecondFactor } from '@/lib/users/account/commands';
import { cookiesOf, PASSWORD, signInAs, type TestUser } from './office';

export async function signedIn(user: TestUser): Promise<{ who: SignedIn; headers: Headers }> {
  const headers = await signInAs(user);
  const who = await readSession(headers);
  if (!who) throw new Error('no session');
  return { who, headers };
}

export const secretOf = async ({ id }: { id: string }): Promise<string> =>
  unseal((await getDb().twoFactor.findUniqueOrThrow({ where: { userId: id } })).secret);

/** With the code of half a minute ago: those of now are still unused. */
export async function withSecondFactor(user: TestUser): Promise<{ secret: string; codes: string[] }> {
  const { who } = await signedIn(user);
  await startSecondFactor(who);
  const [secret, now] = [await secretOf(who), new Date()];
  return { secret, codes: await confirmSecondFactor(await totpCode(secret, now, -1), who, now) };
}

export async function challenge({ email }: TestUser, request = new Headers()): Promise<Headers> {
  const entry = await enterWithPassword(email, PASSWORD, request);
  if (entry.outcome !== 'second-factor') throw new Error(`no code is asked: ${entry.outcome}`);
  const headers = new Headers(request);
  headers.append('cookie', String(cookiesOf(entry).get('cookie')));
  headers.set('cookie', String(headers.get('cookie')).replaceAll(', ', '; '));
  return headers;
}
