import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import type { DirectoryFilter } from './filter';
import { setKey, wholeSet } from './href';
import { matching } from './matching';
import { readSet } from './read-filter';

/** Structures without a position are outside a set around a commune or in a zone: how many answer all the rest. */
export function countLeftOut(filter: DirectoryFilter): Promise<number> {
  if (!filter.near && !filter.zone) return Promise.resolve(0);
  const anywhere = wholeSet({ ...filter, near: null, zone: null });
  return remember(`left out ${setKey(anywhere)}`, async () => {
    const set = await readSet(anywhere);
    const [row] = await queryRows<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM structure s WHERE ${matching(set)} AND s.longitude IS NULL`,
    );
    return row?.count ?? 0;
  });
}
