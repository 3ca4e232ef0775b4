import { sql } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';

/** Its own if it once had it, else the first free one. Writers of addresses wait for each other until their end. */
export async function freeSlug(
  tx: Prisma.TransactionClient,
  { id, name, communeName }: { id: string | null; name: string; communeName: string },
): Promise<string> {
  const [row] = await tx.$queryRaw<[{ slug: string }]>(sql`SELECT free_slug(${id}, ${name}, ${communeName}) AS slug`);
  return row.slug;
}
