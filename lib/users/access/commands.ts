import { hashPassword } from 'better-auth/crypto';
import { recordAudit } from '@/lib/audit/record';
import { getDb, sql } from '@/lib/database/db';
import { DomainError } from '@/lib/errors';
import type { FormMark } from '@/lib/permissions/actor';
import { type Actor, PROGRAM, TERMINAL } from '@/lib/permissions/actor';
import { hashToken, revokeLinks, usableAt, writeLink } from '@/lib/users/access-link';
import { lockAccount } from '@/lib/users/administrators';
import { refuseOwnWord, setPassword } from '@/lib/users/password';
import type { AccessLink, Prisma, UserRole } from '@/prisma/generated/client';
import { getUsableLink } from './queries';
import type { AccessInput } from './schema';

type Tx = Prisma.TransactionClient;

/** Of two first accounts one is made, and no link is printed for a site that gets its first at that moment. */
const lockFirstAccount = (tx: Tx) => tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('first-account'))`);

/** Half an hour; each start prints its own, and all serve until an account is made. Null once there is a user. */
export async function createFirstAdminLink(): Promise<string | null> {
  return getDb().$transaction(async (tx) => {
    await lockFirstAccount(tx);
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    const { id, token } = await writeLink(tx, { kind: 'first_admin', role: 'administrator', createdBy: null });
    await recordAudit(tx, PROGRAM, {
      action: 'access-link.created',
      subjectKind: 'access-link',
      subjectId: id,
      after: { kind: 'first_admin' },
    });
    return token;
  });
}

/** For an address that has an account, the way back in: open again, administrator, second factor to be set up anew. */
export async function inviteFromTerminal(email: string): Promise<{ token: string; isRescue: boolean }> {
  return getDb().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    await revokeLinks(tx, TERMINAL, { email, kind: 'invitation' });
    const { id, token } = await writeLink(tx, {
      kind: 'invitation',
      email,
      role: 'administrator',
      createdBy: null,
      ...(user && { userId: user.id }),
    });
    await recordAudit(tx, TERMINAL, {
      action: 'access-link.created',
      subjectKind: 'access-link',
      subjectId: id,
      after: { kind: user ? 'rescue' : 'invitation', role: 'administrator' },
    });
    return { token, isRescue: user !== null };
  });
}

type Sign = (id: string, role: UserRole) => Actor;

async function createUser(tx: Tx, link: AccessLink, input: AccessInput, sign: Sign): Promise<string> {
  const email = link.email ?? input.email;
  if (!email) throw new DomainError('email-missing', 'email');
  if (!input.name) throw new DomainError('name-missing', 'name');
  const isFirst = link.kind === 'first_admin';
  if (isFirst && (await tx.user.findFirst({ select: { id: true } }))) throw new DomainError('access-link-unusable');
  if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
    throw new DomainError('address-taken', 'email');
  }
  const role: UserRole = isFirst ? 'administrator' : (link.role ?? 'reader');
  const { coversFrance, regionScope } = link;
  const { id } = await tx.user.create({
    // An address is verified only when the link was sent to it; here it may have been passed on by hand.
    data: { name: input.name, email, role, coversFrance, regionScope },
    select: { id: true },
  });
  await recordAudit(tx, sign(id, role), {
    action: 'user.created',
    subjectKind: 'user',
    subjectId: id,
    after: { role, regions: coversFrance ? null : regionScope, link: link.id },
  });
  await revokeLinks(tx, sign(id, role), { kind: 'first_admin', id: { not: link.id } });
  return id;
}

/** A rescue was made in a terminal: whoever can run the program on its machine may do anything to it. */
async function rescue(tx: Tx, userId: string, link: AccessLink, sign: Sign) {
  await lockAccount(tx, userId);
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  if (user.departedAt) throw new DomainError('access-link-unusable');
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.user.update({
    where: { id: userId },
    data: {
      role: 'administrator',
      coversFrance: true,
      regionScope: [],
      twoFactorEnabled: false,
      disabledAt: null,
      version: user.version + 1,
      updatedAt: new Date(),
    },
  });
  await recordAudit(tx, sign(userId, 'administrator'), {
    action: 'user.rescued',
    subjectKind: 'user',
    subjectId: userId,
    before: { role: user.role, disabled: user.disabledAt !== null, secondFactor: user.twoFactorEnabled },
    after: {
      role: 'administrator',
      disabled: false,
      secondFactor: false,
      link: link.id,
      version: user.version + 1,
    },
  });
}

async function resetPassword(tx: Tx, userId: string, link: AccessLink, sign: Sign) {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true, disabledAt: true } });
  if (user.disabledAt) throw new DomainError('access-link-unusable');
  await recordAudit(tx, sign(userId, user.role), {
    action: 'user.password-reset',
    subjectKind: 'user',
    subjectId: userId,
    after: { link: link.id },
  });
}

/** Ends every former session and other link to a password. Returns whose account it is. Throws when the link no longer serves. */
export async function acceptLink(input: AccessInput, form?: FormMark): Promise<string> {
  const now = new Date();
  const sign: Sign = (id, role) => ({ origin: 'interface', id, role, regionScope: null, ...(form && { form }) });
  // Anyone may send one made up, and a hash is dear. Tokens are 256 random bits: a quick refusal helps nobody to guess.
  if (!(await getUsableLink(input.token, now))) throw new DomainError('access-link-unusable');
  const passwordHash = await hashPassword(input.password);
  return getDb().$transaction(async (tx) => {
    const tokenHash = hashToken(input.token);
    // Before any link is held: who makes the first account ends the links that others hold.
    await lockFirstAccount(tx);
    // Two arrivals at once: the second waits here, then finds the link used.
    await tx.$executeRaw(sql`SELECT 1 FROM access_link WHERE token_hash = ${tokenHash} FOR UPDATE`);
    const link = await tx.accessLink.findFirst({ where: { tokenHash, ...usableAt(now) } });
    if (!link) throw new DomainError('access-link-unusable');
    const userId = link.userId ?? (await createUser(tx, link, input, sign));
    if (link.userId && link.kind === 'invitation') await rescue(tx, userId, link, sign);
    if (link.kind === 'password_reset') await resetPassword(tx, userId, link, sign);
    const { role, ...owner } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, email: true, role: true },
    });
    refuseOwnWord(input.password, owner);
    await setPassword(tx, userId, passwordHash);
    await tx.session.deleteMany({ where: { userId } });
    await tx.accessLink.update({ where: { id: link.id }, data: { usedAt: now } });
    await revokeLinks(tx, sign(userId, role), { userId, kind: 'password_reset' });
    return userId;
  });
}
