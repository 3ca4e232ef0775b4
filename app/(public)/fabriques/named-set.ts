import type { NamedSet } from '@/lib/directory/describe';
import { type DirectoryFilter, YES_KEYS } from '@/lib/directory/filter';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';

export async function nameSet(filter: DirectoryFilter): Promise<NamedSet> {
  const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), listWaves()]);
  return {
    q: filter.q,
    regions: regions.filter(({ slug }) => filter.region.includes(slug)),
    departments: departments.filter(({ code }) => filter.departement.includes(code)),
    territories: filter.territoire,
    labels: filter.label,
    waves: waves.filter(({ id }) => filter.vague.includes(id)).map(({ shortLabel }) => shortLabel),
    near: filter.near,
    hasZone: filter.zone !== null,
    yes: YES_KEYS.filter((key) => filter[key]),
  };
}
