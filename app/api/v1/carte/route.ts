import { toApiMap } from '@/lib/api/map';
import { apiRoute, queryOf, refusal } from '@/lib/api/route';
import { setKey } from '@/lib/directory/href';
import { readMap } from '@/lib/directory/map';
import { parseMapRequest } from '@/lib/directory/map-request';
import { readDirectoryFilter } from '@/lib/directory/read-filter';

export const GET = apiRoute('/api/v1/carte', async (request) => {
  const query = queryOf(request);
  const { view, ignored: wrongView } = parseMapRequest(query);
  const { filter, ignored } = await readDirectoryFilter(query);
  if (view === null || ignored.length > 0) return refusal([...wrongView, ...ignored]);
  const { box, zoom } = view;
  const key = `carte ${box.join(',')} ${zoom} ${setKey(filter)}`;
  return { key, read: async () => toApiMap(await readMap(filter, box, zoom)) };
});
