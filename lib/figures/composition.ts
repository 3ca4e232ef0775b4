import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { type DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { countable, matchingFacets } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';
import { TERRITORIES, type Territory } from '@/lib/domain/territory';

export type Composition = Record<Territory, number>;

type AreaCount = { regionCode: string; departmentCode: string; territory: Territory; structures: number };

/** A place with none is left out. */
const countByArea = (filter: DirectoryFilter): Promise<AreaCount[]> =>
  remember(`composition ${setKey(filter)}`, async () => {
    const set = await readSet(filter);
    return queryRows<AreaCount>(sql`
      SELECT s.region_code AS "regionCode", s.department_code AS "departmentCode", s.territory,
        sum(s.structures)::int AS structures
      FROM ${countable(set)} WHERE ${matchingFacets(filter)} GROUP BY 1, 2, 3`);
  });

export function compose(counts: readonly { territory: Territory; structures: number }[]): Composition {
  const composition: Composition = { qpv: 0, rural: 0, unknown: 0 };
  for (const { territory, structures } of counts) composition[territory] += structures;
  return composition;
}

export const totalOf = (composition: Composition): number =>
  TERRITORIES.reduce((sum, territory) => sum + composition[territory], 0);

export const composeSet = async (filter: DirectoryFilter): Promise<Composition> => compose(await countByArea(filter));

async function composeBy(filter: DirectoryFilter, key: 'regionCode' | 'departmentCode') {
  const counts = await countByArea(filter);
  const codes = new Set(counts.map((count) => count[key]));
  return new Map([...codes].map((code) => [code, compose(counts.filter((count) => count[key] === code))]));
}

/** By code; a région with none is absent. */
export const composeRegions = (filter: DirectoryFilter): Promise<Map<string, Composition>> =>
  composeBy(filter, 'regionCode');

/** By code; a département with none is absent. */
export const composeDepartments = (filter: DirectoryFilter): Promise<Map<string, Composition>> =>
  composeBy(filter, 'departmentCode');
