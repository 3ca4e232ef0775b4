import { toApiStructures } from '@/lib/directory/api-shapes';
import { directoryQuery } from '@/lib/directory/href';
import { readList } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { getSettings } from '@/lib/env';
import { apiRoute, queryOf, refusal, rememberJson } from '@/lib/http/api';

/** One page of the set of a filter. Beyond the end: no items, the same total. */
export const GET = apiRoute('/api/v1/structures', async (request) => {
  const { filter, ignored } = await readDirectoryFilter(queryOf(request));
  if (ignored.length > 0) return refusal(ignored);
  return rememberJson(`structures ${directoryQuery(filter)}`, async () =>
    toApiStructures(await readList(filter), getSettings().siteUrl),
  );
});
