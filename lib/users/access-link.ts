import { createHash, randomBytes } from 'node:crypto';
import { recordAudit } from '@/lib/audit/record';
import { getSettings } from '@/lib/env';
import type { Actor } from '@/lib/permissions/actor';
import type { AccessLinkKind, Prisma, UserRole } from '@/prisma/generated/client';

const MINUTE_MS = 60_000;
const LIFETIME_MS: Record<AccessLinkKind, number> = {
  first_admin: 30 * MINUTE_MS,
  invitation: 72 * 60 * MINUTE_MS,
  password_reset: 60 * MINUTE_MS,
};

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const accessHref = (token: string): string => `${getSettings().siteUrl}/acces/${token}`;

type NewLink = {
  kind: AccessLinkKind;
  email?: string;
  role?: UserRole;
  regionScope?: readonly string[] | null;
  userId?: string;
  createdBy: string | null;
};

/** In the transaction of the change that wants it. The token exists nowhere else than in the answer. */
export async function writeLink(
  tx: Prisma.TransactionClient,
  { regionScope = null, ...link }: NewLink,
  now = new Date(),
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const { id } = await tx.accessLink.create({
    data: {
      ...link,
      tokenHash: hashToken(token),
      coversFrance: regionScope === null,
      regionScope: [...(regionScope ?? [])],
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_MS[link.kind]),
    },
    select: { id: true },
  });
  return { id, token };
}

export const usableAt = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } }) as const;

/** Each on a line of the journal; returns how many there were. */
export async function revokeLinks(
  tx: Prisma.TransactionClient,
  actor: Actor,
  which: Prisma.AccessLinkWhereInput,
): Promise<number> {
  const now = new Date();
  const links = await tx.accessLink.updateManyAndReturn({
    where: { ...which, ...usableAt(now) },
    data: { revokedAt: now },
    select: { id: true },
  });
  for (const { id } of links) {
    await recordAudit(tx, actor, { action: 'access-link.revoked', subjectKind: 'access-link', subjectId: id });
  }
  return links.length;
}
