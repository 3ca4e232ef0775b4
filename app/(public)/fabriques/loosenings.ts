import { activeValues } from '@/components/directory/active-values';
import type { DirectoryView, Loosening } from '@/components/directory/directory-view';
import { countFacets } from '@/lib/directory/facets';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryQuery, updateFilter } from '@/lib/directory/href';

/** A long address may hold hundreds of values: offering a few ways out is enough. */
const MOST_OFFERED = 8;

type Vocabulary = Pick<DirectoryView, 'facets' | 'departmentRegions'>;

/** The most useful first. */
export async function listLoosenings(filter: DirectoryFilter, vocabulary: Vocabulary): Promise<Loosening[]> {
  const values = activeValues(filter, vocabulary).slice(0, MOST_OFFERED);
  const counted = await Promise.all(
    values.map(async ({ label, without }) => ({
      label,
      query: directoryQuery(without),
      count: (await countFacets(without)).total,
    })),
  );
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

/** Structures of which nobody published what is asked, and that might therefore belong to the empty set. */
export function listUnknowns(filter: DirectoryFilter, { facets }: Vocabulary): Loosening[] {
  const unknowns: (Loosening & { asked: boolean })[] = [
    {
      label: 'territoire',
      asked: filter.territoire.length > 0 && !filter.territoire.includes('unknown'),
      query: directoryQuery(updateFilter(filter, { territoire: ['unknown'] })),
      count: facets.territoire.find(({ value }) => value === 'non-precise')?.count ?? 0,
    },
    {
      label: 'label',
      asked: filter.label.length > 0 && !filter.label.includes('unknown'),
      query: directoryQuery(updateFilter(filter, { label: ['unknown'] })),
      count: facets.label.find(({ value }) => value === 'non-precise')?.count ?? 0,
    },
  ];
  return unknowns.filter(({ asked, count }) => asked && count > 0).map(({ asked: _, ...unknown }) => unknown);
}
