import { FACETS, type FacetKey } from '@/lib/directory/filter';
import type { DirectoryView } from './directory-view';

type SentValue = [value: string, label: string, count: number];

/** As it travels in the page: the names of what its longest lists hold are not written again for each value. */
export type SentView = Omit<DirectoryView, 'facets'> & { facets: Record<FacetKey, SentValue[]> };

function eachFacet<From, To>(facets: Record<FacetKey, From[]>, turn: (value: From) => To) {
  return Object.fromEntries(FACETS.map((key) => [key, facets[key].map(turn)])) as Record<FacetKey, To[]>;
}

export const sendView = ({ facets, ...view }: DirectoryView): SentView => ({
  ...view,
  facets: eachFacet(facets, ({ value, label, count }): SentValue => [value, label, count]),
});

export const openView = ({ facets, ...view }: SentView): DirectoryView => ({
  ...view,
  facets: eachFacet(facets, ([value, label, count]) => ({ value, label, count })),
});
