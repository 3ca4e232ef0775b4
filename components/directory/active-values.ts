import {
  type DirectoryFilter,
  FACETS,
  type FacetKey,
  FILTERS,
  fromUrlValue,
  urlValuesOf,
  YES_KEYS,
  type YesKey,
} from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { ofPlace } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import type { DirectoryView } from './directory-view';

type Vocabulary = Pick<DirectoryView, 'facets' | 'departmentRegions'>;
type RegionOf = Vocabulary['departmentRegions'];

const flip = (values: readonly string[], value: string | undefined): string[] => {
  if (value === undefined) return [...values];
  return values.includes(value) ? values.filter((held) => held !== value) : [...values, value].toSorted();
};

/** A chosen région takes only its own départements along; one taken out takes them away. */
function flipRegion(filter: DirectoryFilter, slug: string, regionOf: RegionOf): DirectoryFilter {
  const region = flip(filter.region, slug);
  const isKept = (code: string) =>
    region.includes(slug) ? region.includes(regionOf[code] ?? '') : regionOf[code] !== slug;
  return updateFilter(filter, { region, departement: filter.departement.filter(isKept) });
}

export function toggle(filter: DirectoryFilter, key: FacetKey, value: string, regionOf: RegionOf): DirectoryFilter {
  if (key === 'region') return flipRegion(filter, value, regionOf);
  return updateFilter(filter, { [key]: flip(filter[key], fromUrlValue(key, value)) });
}

export const toggleYes = (filter: DirectoryFilter, key: YesKey): DirectoryFilter =>
  updateFilter(filter, { [key]: !filter[key] });

export const holds = (filter: DirectoryFilter, key: FacetKey, value: string): boolean =>
  urlValuesOf(filter, key).includes(value);

function nameOf({ facets }: Vocabulary, key: FacetKey, value: string): string {
  const name = facets[key].find((option) => option.value === value)?.label ?? value;
  if (key === 'departement') return `${name} (${value})`;
  const row = FILTERS[key];
  return value === 'non-precise' && row.kind === 'choice' ? row.chip : name;
}

export type ActiveValue = { id: string; label: string; without: DirectoryFilter };

export function activeValues(filter: DirectoryFilter, vocabulary: Vocabulary): ActiveValue[] {
  const values: ActiveValue[] = [];
  if (filter.near) {
    const { name, radiusKm } = filter.near;
    const label = `À moins de ${radiusKm}\u00A0km ${ofPlace(placeName(name))}`;
    values.push({ id: 'pres-de', label, without: updateFilter(filter, { near: null }) });
  }
  if (filter.zone) {
    values.push({ id: 'zone', label: 'Zone de la carte', without: updateFilter(filter, { zone: null }) });
  }
  if (filter.q) {
    values.push({ id: 'q', label: `«\u00A0${filter.q}\u00A0»`, without: updateFilter(filter, { q: '' }) });
  }
  for (const key of FACETS) {
    for (const { value } of vocabulary.facets[key]) {
      if (!holds(filter, key, value)) continue;
      const without = toggle(filter, key, value, vocabulary.departmentRegions);
      values.push({ id: `${key} ${value}`, label: nameOf(vocabulary, key, value), without });
    }
  }
  for (const key of YES_KEYS) {
    if (filter[key]) values.push({ id: key, label: FILTERS[key].chip, without: toggleYes(filter, key) });
  }
  return values;
}
