import { apiRoute, queryOf, refusal } from '@/lib/api/route';
import { readFacets } from '@/lib/directory/facets';
import { setKey } from '@/lib/directory/href';
import { readDirectoryFilter } from '@/lib/directory/read-filter';

/** Each value is counted with the other filters applied. */
export const GET = apiRoute('/api/v1/facettes', async (request) => {
  const { filter, ignored } = await readDirectoryFilter(queryOf(request));
  if (ignored.length > 0) return refusal(ignored);
  return { key: `facettes ${setKey(filter)}`, read: () => readFacets(filter) };
});
