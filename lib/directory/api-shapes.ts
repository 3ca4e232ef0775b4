import type { AwardLabel } from '@/lib/domain/award-label';
import { TERRITORIES, type Territory } from '@/lib/domain/territory';
import { toUrlValue } from './filter';
import type { DirectoryPage, ListedStructure } from './list';
import { isSingle, type MapAnswer, type MapCluster, type MapItem, type MapSingle } from './map-item';

/** Field names in English, values those of the address. Safe in a browser. */
export type ApiStructure = Omit<ListedStructure, 'territory' | 'awards' | 'distanceKm'> & {
  territory: string;
  labels: string[];
  waves: string[];
  /** From the centre of the commune asked for; absent without one. */
  distanceKm?: number;
  /** Absolute. */
  url: string;
};

export type ApiStructures = Pick<DirectoryPage, 'total' | 'page' | 'pages'> & { items: ApiStructure[] };

export type ApiMapItem = MapCluster | (Omit<MapSingle, 'territory'> & { territory: string });
export type ApiMapAnswer = Omit<MapAnswer, 'items'> & { items: ApiMapItem[] };

const distinct = (values: readonly string[]) => [...new Set(values)];

/** The address of a record on this site, e.g. `https://fabriques.example.fr/fabriques/la-machinerie-amiens`. */
export const recordUrl = (siteUrl: string, slug: string): string => `${siteUrl}/fabriques/${slug}`;

export const toApiLabels = (awards: readonly { label: AwardLabel }[]): string[] =>
  distinct(awards.map(({ label }) => toUrlValue(label)));

function toApiStructure(
  { distanceKm, awards, territory, ...structure }: ListedStructure,
  siteUrl: string,
): ApiStructure {
  const { id, slug, name, commune, department, region, territoryBasis, promisedEuros } = structure;
  const { latitude, longitude, positionPrecision } = structure;
  return {
    id,
    slug,
    name,
    commune,
    department,
    region,
    territory: toUrlValue(territory),
    territoryBasis,
    labels: toApiLabels(awards),
    waves: distinct(awards.map(({ waveId }) => waveId)),
    promisedEuros,
    latitude,
    longitude,
    positionPrecision,
    ...(distanceKm !== null && { distanceKm: Math.round(distanceKm * 100) / 100 }),
    url: recordUrl(siteUrl, slug),
  };
}

/** A page of the list as the API gives it; `siteUrl` without a trailing slash. */
export const toApiStructures = ({ total, page, pages, items }: DirectoryPage, siteUrl: string): ApiStructures => ({
  total,
  page,
  pages,
  items: items.map((structure) => toApiStructure(structure, siteUrl)),
});

export const toApiMapAnswer = ({ items, ...answer }: MapAnswer): ApiMapAnswer => ({
  ...answer,
  items: items.map((item) => (isSingle(item) ? { ...item, territory: toUrlValue(item.territory) } : item)),
});

export const territoryOf = (value: string): Territory =>
  TERRITORIES.find((known) => toUrlValue(known) === value) ?? 'unknown';

const fromApiMapItem = (item: ApiMapItem): MapItem =>
  'territory' in item ? { ...item, territory: territoryOf(item.territory) } : item;

/** The inverse of `toApiMapAnswer`, for the map of the site, which reads the same API as everyone. */
export const fromApiMapAnswer = ({ items, ...answer }: ApiMapAnswer): MapAnswer => ({
  ...answer,
  items: items.map(fromApiMapItem),
});
