import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { matching } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';

export const countCommunes = (filter: DirectoryFilter): Promise<number> =>
  remember(`communes of ${setKey(filter)}`, async () => {
    const set = await readSet(filter);
    const [row] = await queryRows<{ communes: number }>(sql`
      SELECT count(*)::int AS communes FROM (SELECT DISTINCT s.commune_code FROM structure s WHERE ${matching(set)}) c`);
    return row?.communes ?? 0;
  });
