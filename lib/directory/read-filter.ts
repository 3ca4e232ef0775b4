import { remember } from '@/lib/cache';
import { findCommune, listDepartments, listRegions } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';
import type { DirectoryFilter } from './filter';
import type { DirectorySet } from './matching';
import {
  type FilterReference,
  type IgnoredParameter,
  parseDirectoryFilter,
  type RawSearchParams,
  requestedCommuneCode,
} from './parse-filter';
import { readSearch } from './search-reading';

const knownValues = (): Promise<Omit<FilterReference, 'near'>> =>
  remember('filter values', async () => {
    const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), listWaves()]);
    return {
      regionSlugs: new Set(regions.map(({ slug }) => slug)),
      departmentCodes: new Set(departments.map((department) => department.code)),
      waveIds: new Set(waves.map(({ id }) => id)),
    };
  });

async function readReference(raw: RawSearchParams | URLSearchParams): Promise<FilterReference> {
  const code = requestedCommuneCode(raw);
  const [known, near] = await Promise.all([knownValues(), code ? findCommune(code) : null]);
  return { ...known, near };
}

/** Checked against the régions, départements, waves and communes of the store. */
export async function readDirectoryFilter(
  raw: RawSearchParams | URLSearchParams,
): Promise<{ filter: DirectoryFilter; ignored: IgnoredParameter[] }> {
  return parseDirectoryFilter(raw, await readReference(raw));
}

export async function readSet(filter: DirectoryFilter): Promise<DirectorySet> {
  return { filter, reading: filter.q ? await readSearch(filter.q) : null };
}
