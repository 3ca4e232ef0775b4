import type { Prisma } from '@/prisma/generated/client';

/** Its own thirty seconds, the thirty before and the thirty after. */
const ACCEPTED_FOR_MS = 90_000;

/** Once (RFC 6238, § 5.2): false when it has served. `db` may be the transaction of what the code confirms. */
export async function takeCode(
  db: Prisma.TransactionClient,
  userId: string,
  code: string,
  now = new Date(),
): Promise<boolean> {
  const id = `code-${userId}-${code}`;
  // The same six digits come back one day.
  await db.verification.deleteMany({ where: { id, expiresAt: { lt: now } } });
  const expiresAt = new Date(now.getTime() + ACCEPTED_FOR_MS);
  const { count } = await db.verification.createMany({
    data: [{ id, identifier: id, value: userId, expiresAt, createdAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}
