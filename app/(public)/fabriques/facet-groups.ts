import { type Facets, type FacetValue } from '@/lib/directory/facets';
import { type DirectoryFilter, FACETS, type FacetKey, toUrlValue } from '@/lib/directory/filter';
import { placeName } from '@/lib/geography/place-names';
import type { Department } from '@/lib/geography/queries';

const named = ({ value, label, count }: FacetValue): FacetValue => ({ value, label: placeName(label), count });

/** Without a région, those chosen alone. */
export function offerDepartments(filter: DirectoryFilter, facets: Facets, departments: Department[]): FacetValue[] {
  if (filter.departement.length === 0 && filter.region.length === 0) return [];
  const counted = new Map(facets.departement.map((option) => [option.value, option]));
  return departments
    .filter(({ code, regionSlug }) => filter.region.includes(regionSlug) || filter.departement.includes(code))
    .map(({ code, name }) => named({ value: code, label: name, count: counted.get(code)?.count ?? 0 }));
}

/** The chosen ones first, then by number. */
export function orderRegions(filter: DirectoryFilter, { region }: Facets): FacetValue[] {
  const isChosen = (slug: string) => Number(filter.region.includes(slug));
  return region.map(named).toSorted((a, b) => isChosen(b.value) - isChosen(a.value) || b.count - a.count);
}

export function findCountedTwice(filter: DirectoryFilter, facets: Facets): FacetKey[] {
  const chosen: Partial<Record<FacetKey, string[]>> = { vague: filter.vague, label: filter.label.map(toUrlValue) };
  return FACETS.filter((key) => {
    const values = chosen[key];
    if (!values) return false;
    const counted = facets[key].filter(({ value }) => values.length === 0 || values.includes(value));
    return counted.reduce((sum, { count }) => sum + count, 0) > facets.total;
  });
}
