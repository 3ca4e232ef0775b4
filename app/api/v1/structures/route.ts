import { apiRoute, queryOf, refusal } from '@/lib/api/route';
import { toApiStructures } from '@/lib/api/structures';
import { directoryQuery } from '@/lib/directory/href';
import { readList } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { getSettings } from '@/lib/env';

/** Beyond the end: no items, the same total. */
export const GET = apiRoute('/api/v1/structures', async (request) => {
  const { filter, ignored } = await readDirectoryFilter(queryOf(request));
  if (ignored.length > 0) return refusal(ignored);
  return {
    key: `structures ${directoryQuery(filter)}`,
    read: async () => toApiStructures(await readList(filter), getSettings().siteUrl),
  };
});
