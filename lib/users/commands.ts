import { revokeLinks, writeLink } from '@/lib/access/link';
import { type Change, recordAudit } from '@/lib/audit/record';
import type { Actor } from '@/lib/auth/actor';
import { getDb, sql } from '@/lib/db';
import { DomainError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';
import { refuseLastAdministrator } from './administrators';
import type { RoleAndScope } from './schema';

type Tx = Prisma.TransactionClient;

const refuseOneself = (actor: Actor, userId: string) => {
  if (actor.id === userId) throw new DomainError('own-account');
};

/** The account to change, locked until the end of the transaction. */
async function findForEdit(tx: Tx, userId: string) {
  await tx.$executeRaw(sql`SELECT 1 FROM "user" WHERE id = ${userId} FOR UPDATE`);
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (!user) throw new DomainError('user-unknown');
  if (user.departedAt) throw new DomainError('user-departed');
  return user;
}

const record = (tx: Tx, actor: Actor, userId: string, change: Pick<Change, 'action' | 'before' | 'after'>) =>
  recordAudit(tx, actor, { ...change, subjectKind: 'user', subjectId: userId });

async function refuseUnknownRegions(tx: Tx, regionScope: readonly string[] | null) {
  if (regionScope === null) return;
  const known = await tx.region.count({ where: { code: { in: [...regionScope] } } });
  if (known !== regionScope.length) throw new DomainError('region-unknown', 'regions');
}

/** Makes an invitation of 72 hours; a pending one for the same address is replaced. Returns the token. */
export async function inviteUser(invitation: RoleAndScope & { email: string }, actor: Actor): Promise<string> {
  const { email, role, regionScope } = invitation;
  return getDb().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new DomainError('address-taken', 'email');
    }
    await refuseUnknownRegions(tx, regionScope);
    await revokeLinks(tx, actor, { email, kind: 'invitation' });
    const { id, token } = await writeLink(tx, { kind: 'invitation', email, role, regionScope, createdBy: actor.id });
    await recordAudit(tx, actor, {
      action: 'access-link.created',
      subjectKind: 'access-link',
      subjectId: id,
      after: { kind: 'invitation', role, regions: regionScope },
    });
    return token;
  });
}

/** Takes an unanswered invitation back. */
export async function revokeInvitation(linkId: string, actor: Actor): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const revoked = await revokeLinks(tx, actor, { id: linkId, kind: 'invitation' });
    if (revoked === 0) throw new DomainError('already-done');
  });
}

/** A way in for someone who forgot their password: one hour, single use. Returns the token. */
export async function makeResetLink(userId: string, actor: Actor): Promise<string> {
  return getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (user.disabledAt) throw new DomainError('user-disabled');
    await revokeLinks(tx, actor, { userId, kind: 'password_reset' });
    const { id, token } = await writeLink(tx, { kind: 'password_reset', userId, createdBy: actor.id });
    await recordAudit(tx, actor, {
      action: 'access-link.created',
      subjectKind: 'access-link',
      subjectId: id,
      after: { kind: 'password_reset', user: userId },
    });
    return token;
  });
}

/** `seenAt` is the last change of the account on the page that was read. */
export async function changeRole(
  { userId, seenAt, role, regionScope }: RoleAndScope & { userId: string; seenAt: Date },
  actor: Actor,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    if (role !== 'administrator') await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    if (user.updatedAt.getTime() !== seenAt.getTime()) throw new DomainError('edited-meanwhile');
    await refuseUnknownRegions(tx, regionScope);
    await tx.user.update({
      where: { id: userId },
      data: { role, coversFrance: regionScope === null, regionScope: regionScope ?? [], updatedAt: new Date() },
    });
    await record(tx, actor, userId, {
      action: 'user.role-changed',
      before: { role: user.role, regions: user.coversFrance ? null : user.regionScope },
      after: { role, regions: regionScope },
    });
  });
}

/** Shuts someone out at once: their sessions end with the same write. */
export async function disableUser(userId: string, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    if (user.disabledAt) throw new DomainError('already-done');
    const now = new Date();
    await tx.user.update({ where: { id: userId }, data: { disabledAt: now, updatedAt: now } });
    await tx.session.deleteMany({ where: { userId } });
    await record(tx, actor, userId, {
      action: 'user.disabled',
      before: { disabled: false },
      after: { disabled: true },
    });
  });
}

export async function enableUser(userId: string, actor: Actor): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (!user.disabledAt) throw new DomainError('already-done');
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null, updatedAt: new Date() } });
    await record(tx, actor, userId, { action: 'user.enabled', before: { disabled: true }, after: { disabled: false } });
  });
}

/** For someone who lost their telephone and their recovery codes; one's own goes through the password. */
export async function resetSecondFactor(userId: string, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (!user.twoFactorEnabled) throw new DomainError('already-done');
    await tx.twoFactor.deleteMany({ where: { userId } });
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false, updatedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId } });
    await record(tx, actor, userId, {
      action: 'user.second-factor-reset',
      before: { secondFactor: true },
      after: { secondFactor: false },
    });
  });
}

/** How the journal names someone who left. */
export const formerName = (number: number): string => `ancien compte n°\u00A0${number}`;

/** Name and address give way to a number, for good; what the journal says of the account stays, under that number. */
export async function forgetUser(userId: string, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    const now = new Date();
    const former = formerName(user.number);
    await tx.session.deleteMany({ where: { userId } });
    await tx.account.deleteMany({ where: { userId } });
    await tx.twoFactor.deleteMany({ where: { userId } });
    await revokeLinks(tx, actor, { userId });
    await tx.accessLink.updateMany({
      where: { OR: [{ userId }, { email: user.email }] },
      data: { email: null, name: null },
    });
    await tx.user.update({
      where: { id: userId },
      data: {
        name: former,
        email: former,
        image: null,
        twoFactorEnabled: false,
        disabledAt: user.disabledAt ?? now,
        departedAt: now,
        updatedAt: now,
      },
    });
    await record(tx, actor, userId, { action: 'user.forgotten' });
  });
}
