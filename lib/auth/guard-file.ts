import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { holds, type Permission } from '@/lib/permissions/policy';
import { signInHref } from './next-page';
import { readSession, type SignedIn } from './session';

/** No session: to sign-in, then to the view, where a download would stay on the sign-in page; no right: no such file. */
export async function guardFile(permission: Permission, view: string): Promise<SignedIn> {
  const who = await readSession(await headers());
  if (!who) redirect(signInHref(view));
  if (!holds(who, permission)) notFound();
  return who;
}
