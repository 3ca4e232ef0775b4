import { verifyPassword } from 'better-auth/crypto';
import { isOwnWord } from '@/lib/auth/password-rule';
import { beginAttempt } from '@/lib/auth/sign-in-attempts';
import { recogniseVisitor } from '@/lib/auth/visitor';
import { getDb } from '@/lib/database/db';
import { DomainError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

const PROVIDER = 'credential';

export function refuseOwnWord(password: string, owner: { name: string; email: string }): void {
  if (isOwnWord(password, owner)) throw new DomainError('password-own', 'password');
}

/** In the transaction of the change that sets it. */
export async function setPassword(tx: Prisma.TransactionClient, userId: string, passwordHash: string): Promise<void> {
  await tx.account.upsert({
    where: { userId_providerId: { userId, providerId: PROVIDER } },
    create: { userId, accountId: userId, providerId: PROVIDER, password: passwordHash },
    update: { password: passwordHash, updatedAt: new Date() },
  });
}

/** Counted like a sign-in: a session left open is no way to guess it. */
export async function confirmOwnPassword(
  user: { id: string; email: string },
  password: string,
  request: Headers,
): Promise<void> {
  const attempt = await beginAttempt('sign-in', user.email, await recogniseVisitor(user.email, request));
  if (attempt.waitSeconds > 0) throw new DomainError('too-many-attempts', 'currentPassword');
  const account = await getDb().account.findUnique({
    where: { userId_providerId: { userId: user.id, providerId: PROVIDER } },
    select: { password: true },
  });
  const isRight = account?.password ? await verifyPassword({ hash: account.password, password }) : false;
  if (!isRight) throw new DomainError('password-wrong', 'currentPassword');
  await attempt.forget();
}
