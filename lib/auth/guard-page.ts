import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { ADDRESS_HEADER } from '@/lib/http/incoming-headers';
import { holds, type Permission } from '@/lib/permissions/policy';
import { currentUser } from './current-user';
import { signInHref } from './next-page';
import type { SignedIn } from './session';

const OWN_ACCOUNT = '/admin/mon-compte';

/** No session: to sign-in and back; no right: the page does not exist. */
export async function guardPage(permission: Permission): Promise<SignedIn> {
  const request = await headers();
  const who = await currentUser();
  if (!who) redirect(signInHref(request.get(ADDRESS_HEADER) ?? ''));
  if (holds(who, permission)) return who;
  // The required second factor comes first: everything else waits behind it.
  if (who.isSecondFactorMissing && holds({ ...who, isSecondFactorMissing: false }, permission)) redirect(OWN_ACCOUNT);
  notFound();
}
