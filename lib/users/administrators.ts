import { sql } from '@/lib/database/db';
import { DomainError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/** Journal and keys of forms refer to accounts by their id, which never changes: they go on being written meanwhile. */
export async function lockAccount(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$executeRaw(sql`SELECT 1 FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE`);
}

/** Locks them all: two who disable each other at once cannot both succeed. Call before any other lock. */
export async function refuseLastAdministrator(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const active = await tx.$queryRaw<{ id: string }[]>(
    sql`SELECT id FROM "user" WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
  );
  const isOne = active.some(({ id }) => id === userId);
  if (isOne && active.length === 1) throw new DomainError('last-administrator');
}
