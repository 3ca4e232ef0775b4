import { hashPassword } from 'better-auth/crypto';
import { type Entry, enterWithPassword } from '@/lib/auth/sign-in';
import { getDb } from '@/lib/database/db';
import type { JournalReader } from '@/lib/journal/find-record';
import type { Actor } from '@/lib/permissions/actor';
import type { Role } from '@/lib/permissions/policy';
import { setPassword } from '@/lib/users/password';

export const PASSWORD = 'girafe tambour lundi';

export type TestUser = Extract<Actor, { origin: 'interface' }> & { email: string };

let added = 0;
let hash: Promise<string> | undefined;

export async function addUser(role: Role): Promise<TestUser> {
  added += 1;
  const email = `personne-${added}@exemple.fr`;
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  const { id } = await getDb().$transaction(async (tx) => {
    const user = await tx.user.create({ data: { name: `Personne ${added}`, email, role } });
    await setPassword(tx, user.id, passwordHash);
    return user;
  });
  return { id, email, role, regionScope: null, origin: 'interface' };
}

export const NATIONAL: JournalReader = { id: 'nobody', regionScope: null };

export function cookiesOf(entry: Entry): Headers {
  if (!('headers' in entry)) throw new Error(`not let in: ${entry.outcome}`);
  const pairs = entry.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  return new Headers({ cookie: pairs.filter((pair) => !pair.endsWith('=')).join('; ') });
}

export const signInAs = async ({ email }: { email: string }, password = PASSWORD): Promise<Headers> =>
  cookiesOf(await enterWithPassword(email, password, new Headers()));

export async function seen({ id }: { id: string }): Promise<{ userId: string; version: number }> {
  const { version } = await getDb().user.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return { userId: id, version };
}
