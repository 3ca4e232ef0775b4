import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { holds, type Permission } from '@/lib/permissions/policy';
import { signInHref } from './next-page';
import { readSession, type SignedIn } from './session';

/**
 * First line of every file that the back office gives. No session: to sign-in, and from there to the view of which it is
 * the file, where a download would leave one on the sign-in page; no right: the file does not exist.
 */
export async function guardFile(permission: Permission, view: string): Promise<SignedIn> {
  const who = await readSession(await headers());
  if (!who) redirect(signInHref(view));
  if (!holds(who, permission)) notFound();
  return who;
}
