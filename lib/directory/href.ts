import { DEFAULT_RADIUS_KM, type DirectoryFilter, defaultSort, FACETS, urlValuesOf, YES_KEYS } from './filter';

/** Keys and values sorted, defaults left out, so that one view has one address. */
export function directoryQuery(filter: DirectoryFilter): string {
  const pairs = FACETS.flatMap((key) => urlValuesOf(filter, key).map((value): [string, string] => [key, value]));
  if (filter.q) pairs.push(['q', filter.q]);
  if (filter.near) {
    pairs.push(['pres-de', filter.near.code]);
    if (filter.near.radiusKm !== DEFAULT_RADIUS_KM) pairs.push(['rayon', String(filter.near.radiusKm)]);
  }
  if (filter.zone) pairs.push(['zone', filter.zone.join(',')]);
  for (const key of YES_KEYS) if (filter[key]) pairs.push([key, 'oui']);
  if (filter.tri !== defaultSort(filter)) pairs.push(['tri', filter.tri]);
  if (filter.page > 1) pairs.push(['page', String(filter.page)]);
  pairs.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

/** The whole set of a filter, whichever page of it is shown and in whichever order. */
export const wholeSet = (filter: DirectoryFilter): DirectoryFilter => ({ ...filter, page: 1, tri: 'nom' });

export const setKey = (filter: DirectoryFilter): string => directoryQuery(wholeSet(filter));

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

export const directoryHref = (filter: DirectoryFilter): string => withQuery('/fabriques', directoryQuery(filter));

/** Back on its first page, with a sort that still applies. */
export function updateFilter(filter: DirectoryFilter, change: Partial<DirectoryFilter>): DirectoryFilter {
  const next = { ...filter, page: 1, ...change };
  const keepsSort =
    filter.tri !== defaultSort(filter) &&
    !(filter.tri === 'pertinence' && !next.q) &&
    !(filter.tri === 'proximite' && !next.near);
  return { ...next, tri: change.tri ?? (keepsSort ? filter.tri : defaultSort(next)) };
}
