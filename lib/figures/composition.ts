import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { type DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { countable, matchingFacets } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';
import { TERRITORIES, type Territory } from '@/lib/domain/territory';

/** How many structures of a set are in a QPV, rural, or not known to be either. */
export type Composition = Record<Territory, number>;

type PlaceCount = { regionCode: string; departmentCode: string; territory: Territory; structures: number };

/** Structures of a set by région, département and territory; a place with none is left out. */
const countByPlace = (filter: DirectoryFilter): Promise<PlaceCount[]> =>
  remember(`composition ${setKey(filter)}`, async () => {
    const set = await readSet(filter);
    return queryRows<PlaceCount>(sql`
      SELECT s.region_code AS "regionCode", s.department_code AS "departmentCode", s.territory,
        sum(s.structures)::int AS structures
      FROM ${countable(set)} WHERE ${matchingFacets(filter)} GROUP BY 1, 2, 3`);
  });

/** Adds up what each territory counts. */
export function compose(counts: readonly { territory: Territory; structures: number }[]): Composition {
  const composition: Composition = { qpv: 0, rural: 0, unknown: 0 };
  for (const { territory, structures } of counts) composition[territory] += structures;
  return composition;
}

/** All the structures of a composition. */
export const totalOf = (composition: Composition): number =>
  TERRITORIES.reduce((sum, territory) => sum + composition[territory], 0);

/** How a set divides by territory. */
export const composeSet = async (filter: DirectoryFilter): Promise<Composition> => compose(await countByPlace(filter));

async function composeBy(filter: DirectoryFilter, key: 'regionCode' | 'departmentCode') {
  const counts = await countByPlace(filter);
  const codes = new Set(counts.map((count) => count[key]));
  return new Map([...codes].map((code) => [code, compose(counts.filter((count) => count[key] === code))]));
}

/** How a set divides by territory in each région, by its code; a région with none is absent. */
export const composeRegions = (filter: DirectoryFilter): Promise<Map<string, Composition>> =>
  composeBy(filter, 'regionCode');

/** How a set divides by territory in each département, by its code; a département with none is absent. */
export const composeDepartments = (filter: DirectoryFilter): Promise<Map<string, Composition>> =>
  composeBy(filter, 'departmentCode');
