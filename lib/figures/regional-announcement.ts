import { countFacets } from '@/lib/directory/facets';
import { type DirectoryFilter, EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { listDepartments, listRegions, type Region } from '@/lib/geography/queries';
import { type Call, getCall, listWaves, type Wave } from '@/lib/waves/queries';
import { type Composition, composeSet } from './composition';
import { type Laureate, listLaureates } from './laureates';
import { lastChangeOf, sumByWave, type WaveMoney } from './money-by-wave';
import { listSources, type SheetSource } from './sources';
import { listRegionsOf, type RegionOfWave } from './wave-sheet';

export type RegionalAnnouncement = {
  wave: Wave;
  call: Call;
  region: Region;
  filter: DirectoryFilter;
  composition: Composition;
  waveComposition: Composition;
  money: WaveMoney | null;
  laureates: Laureate[];
  /** This one included. */
  regions: RegionOfWave[];
  /** The greatest first. */
  departments: { code: string; name: string; count: number }[];
  sources: SheetSource[];
  lastChange: string | null;
  /** The next wave that has a laureate in the région. */
  next: { wave: Wave; count: number } | null;
};

/** Null when either is unknown. A région without a laureate has an empty announcement. */
export async function readRegionalAnnouncement(waveId: string, slug: string): Promise<RegionalAnnouncement | null> {
  const [waves, call, allRegions, allDepartments] = await Promise.all([
    listWaves(),
    getCall(),
    listRegions(),
    listDepartments(),
  ]);
  const wave = waves.find(({ id }) => id === waveId);
  const region = allRegions.find((known) => known.slug === slug);
  if (!wave || !region) return null;
  const filter = updateFilter(EMPTY_FILTER, { region: [region.slug], vague: [wave.id] });
  const ofWave = updateFilter(EMPTY_FILTER, { vague: [wave.id] });
  const [composition, waveComposition, money, laureates, regions, inRegion] = await Promise.all([
    composeSet(filter),
    composeSet(ofWave),
    sumByWave(filter),
    listLaureates(filter, 'wave'),
    listRegionsOf(ofWave),
    countFacets(updateFilter(EMPTY_FILTER, { region: [region.slug] })),
  ]);
  const later = waves.filter(({ rank }) => rank > wave.rank);
  const next = later.flatMap((other) => {
    const count = inRegion.vague.find(({ value }) => value === other.id)?.count ?? 0;
    return count > 0 ? [{ wave: other, count }] : [];
  })[0];
  return {
    wave,
    call,
    region,
    filter,
    composition,
    waveComposition,
    laureates,
    regions,
    sources: await listSources(laureates.map((laureate) => laureate.slug)),
    lastChange: lastChangeOf(money),
    money: money[0] ?? null,
    departments: countDepartments(laureates, allDepartments),
    next: next ?? null,
  };
}

function countDepartments(laureates: readonly Laureate[], departments: readonly { code: string; name: string }[]) {
  return departments
    .map(({ code, name }) => ({
      code,
      name,
      count: laureates.filter(({ departmentCode }) => departmentCode === code).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
