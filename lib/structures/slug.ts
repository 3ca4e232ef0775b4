import { sql } from '@/lib/db';
import { slugify } from '@/lib/text/plain-words';
import type { Prisma } from '@/prisma/generated/client';

const LONGEST = 280;

/**
 * The address of a structure of this name in this commune: its own if it once had it, else the first free one. Former
 * addresses of others are never free. Writers of addresses wait for each other until the end of the transaction.
 */
export async function freeSlug(
  tx: Prisma.TransactionClient,
  structure: { id: string | null; name: string; communeName: string },
): Promise<string> {
  const base = slugify(`${structure.name} ${structure.communeName}`).slice(0, LONGEST).replace(/-$/, '') || 'fabrique';
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('structure-slug'))`);
  const taken = await tx.$queryRaw<{ slug: string }[]>(sql`
    SELECT slug FROM structure_slug
    WHERE (slug = ${base} OR slug LIKE ${`${base}-%`}) AND structure_id IS DISTINCT FROM ${structure.id}`);
  const others = new Set(taken.map(({ slug }) => slug));
  if (!others.has(base)) return base;
  let rank = 2;
  while (others.has(`${base}-${rank}`)) rank += 1;
  return `${base}-${rank}`;
}
