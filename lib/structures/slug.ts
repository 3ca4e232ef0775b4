import { sql } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';

/**
 * The address of a structure of this name in this commune: its own if it once had it, else the first free one
 * (prisma/migrations/20261130010000_places_that_change). Writers of addresses wait for each other until the end of the
 * transaction.
 */
export async function freeSlug(
  tx: Prisma.TransactionClient,
  { id, name, communeName }: { id: string | null; name: string; communeName: string },
): Promise<string> {
  const [row] = await tx.$queryRaw<[{ slug: string }]>(sql`SELECT free_slug(${id}, ${name}, ${communeName}) AS slug`);
  return row.slug;
}
