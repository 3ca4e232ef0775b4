import { countFacets } from '@/lib/directory/facets';
import {
  addressKey,
  countPages,
  countValues,
  type DirectoryFilter,
  defaultSort,
  EMPTY_FILTER,
  FILTER_KEYS,
} from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import type { PublicPage, PublicRoom } from './page-room';

export const DIRECTORY_PATH = directoryHref(EMPTY_FILTER);

/** What is typed where a commune is asked for: the page leads to it, or asks which one. */
const TYPED_COMMUNE = 'lieu';
const READ_KEYS = new Set([...FILTER_KEYS.map(addressKey), 'rayon', 'tri', 'page', TYPED_COMMUNE]);

function roomOf(filter: DirectoryFilter): PublicRoom {
  if (countValues(filter) > 1 || filter.q || filter.near || filter.zone) return 'odd';
  return filter.page === 1 && filter.tri === defaultSort(filter) ? 'plain' : 'list';
}

/** As the page does: beyond the end is the last page. */
async function withinPages(filter: DirectoryFilter): Promise<DirectoryFilter> {
  if (filter.page === 1) return filter;
  const { total } = await countFacets(filter);
  return { ...filter, page: Math.min(filter.page, countPages(total)) };
}

function writtenTarget(query: URLSearchParams): string {
  const read = [...query].filter(([key]) => READ_KEYS.has(key));
  return `${DIRECTORY_PATH}?${new URLSearchParams(read)}`;
}

/** Of the directory: one page a filter, however it is written. What was not understood is told by a page that is not kept. */
export async function findDirectoryPage(query: URLSearchParams): Promise<PublicPage> {
  const { filter: asked, ignored } = await readDirectoryFilter(query);
  const typed = query.get(TYPED_COMMUNE);
  const filter = await withinPages(typed === '' ? updateFilter(asked, { near: null, page: asked.page }) : asked);
  const canonical = directoryHref(filter);
  if (typed || ignored.length > 0) return { target: writtenTarget(query), canonical, room: null };
  return { target: canonical, canonical, room: roomOf(filter) };
}
