import type { AwardLabel } from '@/lib/domain/award-label';
import type { Territory } from '@/lib/domain/territory';
import type { Box } from '@/lib/geography/degrees';

/** Vocabulary of the filter, safe in a browser: no parser, no database. */

export const SORTS = ['pertinence', 'nom', 'proximite', 'recent'] as const;
export type Sort = (typeof SORTS)[number];

export const FACETS = ['region', 'departement', 'territoire', 'label', 'vague'] as const;
export type FacetKey = (typeof FACETS)[number];

export const PAGE_SIZE = 20;
export const DEFAULT_RADIUS_KM = 30;
export const RADIUS_CHOICES_KM = [10, 20, 30, 50, 100] as const;

export type NearCommune = {
  code: string;
  name: string;
  longitude: number;
  latitude: number;
  radiusKm: number;
};

export type DirectoryFilter = {
  q: string;
  /** Slugs. */
  region: string[];
  /** Codes. */
  departement: string[];
  territoire: Territory[];
  label: AwardLabel[];
  /** Ids. */
  vague: string[];
  near: NearCommune | null;
  /** At most 4 decimals. */
  zone: Box | null;
  /** Always a sort that applies to this filter. */
  tri: Sort;
  page: number;
};

export const EMPTY_FILTER: DirectoryFilter = {
  q: '',
  region: [],
  departement: [],
  territoire: [],
  label: [],
  vague: [],
  near: null,
  zone: null,
  tri: 'nom',
  page: 1,
};

/** In the address « non-precise » says what the store calls unknown; hyphens replace underscores. */
export const toUrlValue = (value: Territory | AwardLabel): string =>
  value === 'unknown' ? 'non-precise' : value.replace('_', '-');

export function defaultSort(filter: Pick<DirectoryFilter, 'q' | 'near'>): Sort {
  if (filter.q) return 'pertinence';
  return filter.near ? 'proximite' : 'nom';
}

/** The sorts that mean something for this filter, the default one first. */
export function applicableSorts(filter: Pick<DirectoryFilter, 'q' | 'near'>): Sort[] {
  const applies: Record<Sort, boolean> = {
    pertinence: filter.q !== '',
    proximite: filter.near !== null,
    nom: true,
    recent: true,
  };
  return SORTS.filter((sort) => applies[sort]).toSorted(
    (a, b) => Number(b === defaultSort(filter)) - Number(a === defaultSort(filter)),
  );
}

/** How many values narrow the set; 0 means the whole directory. */
export const countValues = (filter: DirectoryFilter): number =>
  FACETS.reduce((sum, key) => sum + filter[key].length, 0) +
  Number(filter.q !== '') +
  Number(filter.near !== null) +
  Number(filter.zone !== null);
