import { getDb } from '@/lib/database/db';
import { getSettings } from '@/lib/env';
import { logUnexpectedError } from '@/lib/http/error-log';
import type { FormMark } from '@/lib/permissions/actor';
import type { Holder, RegionScope, Role } from '@/lib/permissions/policy';
import { getAuth } from './better-auth';
import { isLive, SEEN_EVERY_MS } from './session-rules';

export type SignedIn = Holder & {
  origin: 'interface';
  id: string;
  sessionId: string;
  name: string;
  email: string;
  role: Role;
  regionScope: RegionScope;
  hasSecondFactor: boolean;
  isSecondFactorMissing: boolean;
  form?: FormMark;
};

const SESSION = {
  id: true,
  createdAt: true,
  lastSeenAt: true,
  user: {
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      coversFrance: true,
      regionScope: true,
      twoFactorEnabled: true,
      disabledAt: true,
    },
  },
} as const;

/** Null: no cookie, a forged one, a session that is over, a disabled account. Read anew at every request. */
export async function readSession(headers: Headers, now = new Date()): Promise<SignedIn | null> {
  if (!headers.get('cookie')) return null;
  const found = await getAuth().api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const db = getDb();
  const session = await db.session.findUnique({ where: { id: found.session.id }, select: SESSION });
  if (!session || session.user.disabledAt) return null;
  if (!isLive(session, now)) {
    await db.session.deleteMany({ where: { id: session.id } });
    return null;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    // A full disk shuts nobody out of what can still be read.
    await db.session
      .updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
      .catch((error: unknown) => logUnexpectedError(error));
  }
  const { coversFrance, regionScope, twoFactorEnabled, disabledAt: _, ...user } = session.user;
  return {
    ...user,
    origin: 'interface',
    sessionId: session.id,
    regionScope: coversFrance ? null : regionScope,
    hasSecondFactor: twoFactorEnabled,
    isSecondFactorMissing: getSettings().isSecondFactorRequired && user.role === 'administrator' && !twoFactorEnabled,
  };
}
