import { listChanges } from '@/lib/audit/changes';
import { type Change, recordAudit } from '@/lib/audit/record';
import { getDb } from '@/lib/database/db';
import { DomainError } from '@/lib/errors';
import type { Actor } from '@/lib/permissions/actor';
import { refuseOtherVersion } from '@/lib/versions/conflict';
import type { Prisma, User } from '@/prisma/generated/client';
import { revokeLinks, writeLink } from './access-link';
import { lockAccount, refuseLastAdministrator } from './administrators';
import { factsOf, isSameRole, roleChoices } from './role';
import type { RoleAndScope } from './schema';

type Tx = Prisma.TransactionClient;

const refuseOneself = (actor: Actor, userId: string) => {
  if (actor.id === userId) throw new DomainError('own-account');
};

/** Locked until the end of the transaction. */
async function findForEdit(tx: Tx, userId: string) {
  await lockAccount(tx, userId);
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (!user) throw new DomainError('user-unknown');
  if (user.departedAt) throw new DomainError('user-departed');
  return user;
}

/** As a page showed it. */
type UserReference = { userId: string; version: number };

const refuseMoved = (user: User, version: number) => {
  if (user.version !== version) throw new DomainError('edited-meanwhile');
};

const update = (tx: Tx, { id, version }: User, data: Prisma.UserUpdateInput) =>
  tx.user.update({ where: { id }, data: { ...data, version: version + 1, updatedAt: new Date() } });

const record = (tx: Tx, actor: Actor, { id, version }: User, change: Pick<Change, 'action' | 'before' | 'after'>) =>
  recordAudit(tx, actor, {
    ...change,
    after: { ...change.after, version: version + 1 },
    subjectKind: 'user',
    subjectId: id,
  });

async function refuseUnknownRegions(tx: Tx, regionScope: readonly string[] | null) {
  if (regionScope === null) return;
  const known = await tx.region.count({ where: { code: { in: [...regionScope] } } });
  if (known !== regionScope.length) throw new DomainError('region-unknown', 'regions');
}

/** For 72 hours; a pending one for the same address is replaced. Returns the token. */
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

export async function revokeInvitation(linkId: string, actor: Actor): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const revoked = await revokeLinks(tx, actor, { id: linkId, kind: 'invitation' });
    if (revoked === 0) throw new DomainError('already-done');
  });
}

/** One that anybody may ask for replaces no other: asking again would end the link that its owner is about to open. */
export async function makeResetLink(userId: string, actor: Actor): Promise<string> {
  return getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (user.disabledAt) throw new DomainError('user-disabled');
    if (actor.origin === 'interface') await revokeLinks(tx, actor, { userId, kind: 'password_reset' });
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

async function refuseEdited(tx: Tx, user: User, version: number, typed: RoleAndScope) {
  const regions = await tx.region.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } });
  refuseOtherVersion(roleChoices(new Map(regions.map(({ code, name }) => [code, name]))), {
    saved: { version: user.version, state: factsOf(user) },
    typed,
    version,
    lines: await listChanges(tx, ['user'], user.id),
  });
}

type RoleChange = RoleAndScope &
  UserReference & {
    isSavedKept?: boolean;
    /** Asked, and said so. */
    isConfirmed?: boolean;
  };

export async function changeRole(
  { userId, version, isSavedKept = false, isConfirmed = false, role, regionScope }: RoleChange,
  actor: Actor,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    if (role !== 'administrator') await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    const before = factsOf(user);
    const after = isSavedKept ? before : { role, regionScope };
    if (user.version !== version) await refuseEdited(tx, user, version, after);
    if (isSameRole(before, after)) throw new DomainError('already-done');
    // Nobody changes their own role but to give it up.
    if (actor.id === userId && !isConfirmed) throw new DomainError('own-demotion', 'confirm');
    await refuseUnknownRegions(tx, after.regionScope);
    await update(tx, user, {
      role: after.role,
      coversFrance: after.regionScope === null,
      regionScope: after.regionScope ?? [],
    });
    await record(tx, actor, user, {
      action: 'user.role-changed',
      before: { role: before.role, regions: before.regionScope },
      after: { role: after.role, regions: after.regionScope },
    });
  });
}

/** Sessions end with the same write, and no device is known any longer. */
export async function disableUser({ userId, version }: UserReference, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    if (user.disabledAt) throw new DomainError('already-done');
    refuseMoved(user, version);
    await update(tx, user, { disabledAt: new Date() });
    await tx.session.deleteMany({ where: { userId } });
    await tx.knownDevice.deleteMany({ where: { userId } });
    await record(tx, actor, user, {
      action: 'user.disabled',
      before: { disabled: false },
      after: { disabled: true },
    });
  });
}

export async function enableUser({ userId, version }: UserReference, actor: Actor): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (!user.disabledAt) throw new DomainError('already-done');
    refuseMoved(user, version);
    await update(tx, user, { disabledAt: null });
    await record(tx, actor, user, { action: 'user.enabled', before: { disabled: true }, after: { disabled: false } });
  });
}

/** One's own goes through the password. */
export async function resetSecondFactor({ userId, version }: UserReference, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    const user = await findForEdit(tx, userId);
    if (!user.twoFactorEnabled) throw new DomainError('already-done');
    refuseMoved(user, version);
    await tx.twoFactor.deleteMany({ where: { userId } });
    await update(tx, user, { twoFactorEnabled: false });
    await tx.session.deleteMany({ where: { userId } });
    await record(tx, actor, user, {
      action: 'user.second-factor-reset',
      before: { secondFactor: true },
      after: { secondFactor: false },
    });
  });
}

const formerName = (number: number): string => `ancien compte n°\u00A0${number}`;

/** For good; what the journal says of the account stays, under a number. */
export async function forgetUser({ userId, version }: UserReference, actor: Actor): Promise<void> {
  refuseOneself(actor, userId);
  await getDb().$transaction(async (tx) => {
    await refuseLastAdministrator(tx, userId);
    const user = await findForEdit(tx, userId);
    refuseMoved(user, version);
    const now = new Date();
    const former = formerName(user.number);
    await tx.session.deleteMany({ where: { userId } });
    await tx.knownDevice.deleteMany({ where: { userId } });
    await tx.account.deleteMany({ where: { userId } });
    await tx.twoFactor.deleteMany({ where: { userId } });
    await revokeLinks(tx, actor, { userId });
    await tx.accessLink.updateMany({
      where: { OR: [{ userId }, { email: user.email }] },
      data: { email: null, name: null },
    });
    await update(tx, user, {
      name: former,
      email: former,
      image: null,
      twoFactorEnabled: false,
      disabledAt: user.disabledAt ?? now,
      departedAt: now,
    });
    await record(tx, actor, user, { action: 'user.forgotten' });
  });
}
