import { type FrancePlan, planFrance } from '@/components/map/static/france-plan';
import type { Territory } from '@/components/map/static/ground';
import type { NumberSide } from '@/components/map/static/territory-numbering';
import { planTerritory, type TerritoryPlan } from '@/components/map/static/territory-plan';
import { toMapPoints } from '@/components/territories/map-points';
import { remember } from '@/lib/cache';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { listLaureates } from '@/lib/figures/laureates';
import { readFixedMap } from '@/lib/figures/map-points';

// Finding room for symbols and names costs more than writing the page. What is drawn is read inside, so that what is kept
// is never of the past.

export const readFrancePlan = (filter: DirectoryFilter): Promise<FrancePlan> =>
  remember(`map of France ${setKey(filter)}`, async () => planFrance(await readFixedMap(filter)));

/** Of the laureates that `listLaureates` gives by wave, under their numbers. */
export const readTerritoryPlan = (
  territory: Territory,
  filter: DirectoryFilter,
  numbers: NumberSide,
): Promise<TerritoryPlan> =>
  remember(`map of ${territory.level} ${territory.code} ${numbers} ${setKey(filter)}`, async () =>
    planTerritory(territory, toMapPoints(await listLaureates(filter, 'wave')), numbers),
  );
