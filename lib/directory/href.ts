import { DEFAULT_RADIUS_KM, type DirectoryFilter, defaultSort, toUrlValue } from './filter';

/**
 * The query string of a filter, the inverse of the parser: keys and values sorted, defaults left out, so that one view
 * has one address.
 */
export function directoryQuery(filter: DirectoryFilter): string {
  const pairs: [string, string][] = [
    ...filter.departement.map((code): [string, string] => ['departement', code]),
    ...filter.label.map((label): [string, string] => ['label', toUrlValue(label)]),
    ...filter.region.map((slug): [string, string] => ['region', slug]),
    ...filter.territoire.map((territory): [string, string] => ['territoire', toUrlValue(territory)]),
    ...filter.vague.map((id): [string, string] => ['vague', id]),
  ];
  if (filter.q) pairs.push(['q', filter.q]);
  if (filter.near) {
    pairs.push(['pres-de', filter.near.code]);
    if (filter.near.radiusKm !== DEFAULT_RADIUS_KM) pairs.push(['rayon', String(filter.near.radiusKm)]);
  }
  if (filter.zone) pairs.push(['zone', filter.zone.join(',')]);
  if (filter.tri !== defaultSort(filter)) pairs.push(['tri', filter.tri]);
  if (filter.page > 1) pairs.push(['page', String(filter.page)]);
  pairs.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

/** The address of the directory for a filter. */
export const directoryHref = (filter: DirectoryFilter): string => withQuery('/fabriques', directoryQuery(filter));

/** The same filter with some fields changed, back on its first page, with a sort that still applies. */
export function narrow(filter: DirectoryFilter, change: Partial<DirectoryFilter>): DirectoryFilter {
  const next = { ...filter, page: 1, ...change };
  const keepsSort =
    filter.tri !== defaultSort(filter) &&
    !(filter.tri === 'pertinence' && !next.q) &&
    !(filter.tri === 'proximite' && !next.near);
  return { ...next, tri: change.tri ?? (keepsSort ? filter.tri : defaultSort(next)) };
}
