import type { NamedSet } from '@/lib/directory/describe';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';

export async function nameSet(filter: DirectoryFilter): Promise<NamedSet> {
  const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), listWaves()]);
  return {
    ...filter,
    regions: regions.filter(({ slug }) => filter.region.includes(slug)),
    departments: departments.filter(({ code }) => filter.departement.includes(code)),
    waves: waves.filter(({ id }) => filter.vague.includes(id)).map(({ shortLabel }) => shortLabel),
    hasZone: filter.zone !== null,
  };
}
