import { getDb } from '@/lib/database/db';
import { hashToken, usableAt } from '@/lib/users/access-link';

const SHOWN = {
  kind: true,
  email: true,
  role: true,
  coversFrance: true,
  regionScope: true,
  expiresAt: true,
  user: { select: { name: true, email: true, disabledAt: true } },
} as const;

/** Null when it no longer serves. Reading uses nothing up. */
export async function getUsableLink(token: string, now = new Date()) {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const link = await getDb().accessLink.findFirst({
    where: { tokenHash: hashToken(token), ...usableAt(now) },
    select: SHOWN,
  });
  // Whoever was shut out cannot come back in by an older link.
  if (!link || (link.kind === 'password_reset' && link.user?.disabledAt)) return null;
  return link;
}

export type UsableLink = NonNullable<Awaited<ReturnType<typeof getUsableLink>>>;

const PENDING = { id: true, email: true, role: true, coversFrance: true, regionScope: true, expiresAt: true } as const;
const MOST_PENDING = 200;

/** The first to end first. */
export const listPendingInvitations = (now = new Date()) =>
  getDb().accessLink.findMany({
    where: { kind: 'invitation', userId: null, ...usableAt(now) },
    select: PENDING,
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: MOST_PENDING,
  });
