import { generateRandomString, hashPassword } from 'better-auth/crypto';
import { type Change, recordAudit } from '@/lib/audit/record';
import type { SignedIn } from '@/lib/auth/session';
import { isTotpCode } from '@/lib/auth/totp';
import { takeCode } from '@/lib/auth/used-codes';
import { getDb } from '@/lib/database/db';
import { DomainError } from '@/lib/errors';
import { seal, unseal } from '@/lib/secrets/seal';
import { lockAccount } from '@/lib/users/administrators';
import { refuseOwnWord, setPassword } from '@/lib/users/password';
import type { Prisma } from '@/prisma/generated/client';

type Tx = Prisma.TransactionClient;

const SECRET_LENGTH = 32;
const RECOVERY_CODES = 10;

const record = (tx: Tx, who: SignedIn, change: Pick<Change, 'action' | 'before' | 'after'>) =>
  recordAudit(tx, who, { ...change, subjectKind: 'user', subjectId: who.id });

const endOtherSessions = (tx: Tx, who: SignedIn) =>
  tx.session.deleteMany({ where: { userId: who.id, id: { not: who.sessionId } } });

async function setSecondFactor(tx: Tx, who: SignedIn, twoFactorEnabled: boolean): Promise<number> {
  const { version } = await tx.user.update({
    where: { id: who.id },
    data: { twoFactorEnabled, version: { increment: 1 }, updatedAt: new Date() },
    select: { version: true },
  });
  return version;
}

/** Asked for the current password before. */
export async function changePassword(password: string, who: SignedIn): Promise<void> {
  refuseOwnWord(password, who);
  const passwordHash = await hashPassword(password);
  await getDb().$transaction(async (tx) => {
    await setPassword(tx, who.id, passwordHash);
    await endOtherSessions(tx, who);
    await record(tx, who, { action: 'user.password-changed' });
  });
}

export async function endAllSessions(who: SignedIn): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId: who.id } });
    await record(tx, who, { action: 'user.sessions-ended' });
  });
}

/** Copied by hand; the library reads them in this shape. */
const makeRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () => generateRandomString(10, 'a-z', '0-9')).map(
    (code) => `${code.slice(0, 5)}-${code.slice(5)}`,
  );

/** Nothing is asked at sign-in before a first code proves that the telephone knows the secret. */
export async function startSecondFactor(who: SignedIn): Promise<void> {
  const secret = await seal(generateRandomString(SECRET_LENGTH, 'a-z', 'A-Z', '0-9'));
  const backupCodes = await seal(JSON.stringify([]));
  await getDb().$transaction(async (tx) => {
    await lockAccount(tx, who.id);
    const user = await tx.user.findUniqueOrThrow({ where: { id: who.id }, select: { twoFactorEnabled: true } });
    if (user.twoFactorEnabled) throw new DomainError('second-factor-already-set');
    await tx.twoFactor.upsert({
      where: { userId: who.id },
      create: { userId: who.id, secret, backupCodes, verified: false },
      update: { secret, backupCodes, verified: false },
    });
    await record(tx, who, { action: 'user.second-factor-started' });
  });
}

export async function abandonSecondFactor(who: SignedIn): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { count } = await tx.twoFactor.deleteMany({ where: { userId: who.id, verified: false } });
    if (count > 0) await record(tx, who, { action: 'user.second-factor-abandoned' });
  });
}

/** Returns the recovery codes, which are shown once. Other sessions end. */
export async function confirmSecondFactor(code: string, who: SignedIn, now = new Date()): Promise<string[]> {
  const codes = makeRecoveryCodes();
  const backupCodes = await seal(JSON.stringify(codes));
  await getDb().$transaction(async (tx) => {
    const pending = await tx.twoFactor.findUnique({ where: { userId: who.id } });
    if (!pending || pending.verified) throw new DomainError('second-factor-not-started');
    const isRight =
      (await isTotpCode(await unseal(pending.secret), code, now)) && (await takeCode(tx, who.id, code, now));
    if (!isRight) throw new DomainError('code-wrong', 'code');
    await tx.twoFactor.update({ where: { userId: who.id }, data: { verified: true, backupCodes } });
    const version = await setSecondFactor(tx, who, true);
    await endOtherSessions(tx, who);
    await record(tx, who, {
      action: 'user.second-factor-set',
      before: { secondFactor: false },
      after: { secondFactor: true, version },
    });
  });
  return codes;
}

export async function renewRecoveryCodes(who: SignedIn): Promise<string[]> {
  const codes = makeRecoveryCodes();
  const backupCodes = await seal(JSON.stringify(codes));
  await getDb().$transaction(async (tx) => {
    const { count } = await tx.twoFactor.updateMany({
      where: { userId: who.id, verified: true },
      data: { backupCodes },
    });
    if (count === 0) throw new DomainError('second-factor-not-started');
    await record(tx, who, { action: 'user.recovery-codes-renewed' });
  });
  return codes;
}

/** The current password was asked for before. */
export async function removeSecondFactor(who: SignedIn): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await tx.twoFactor.deleteMany({ where: { userId: who.id } });
    const version = await setSecondFactor(tx, who, false);
    await endOtherSessions(tx, who);
    await record(tx, who, {
      action: 'user.second-factor-removed',
      before: { secondFactor: true },
      after: { secondFactor: false, version },
    });
  });
}
