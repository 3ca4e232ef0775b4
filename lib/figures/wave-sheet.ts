import { type DirectoryFilter, EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { listRegions, type Region } from '@/lib/geography/queries';
import { type Call, getCall, listWaves, type Wave } from '@/lib/waves/queries';
import { type Composition, compose, composeRegions, composeSet, totalOf } from './composition';
import { type Laureate, listLaureates } from './laureates';
import { lastChangeOf, sumByWave, type WaveMoney } from './money-by-wave';
import { listSources, type SheetSource } from './sources';

export type RegionOfWave = { code: string; slug: string; name: string; count: number; composition: Composition };

type WaveBeside = { id: string; over: string; name: string };

export type WaveSheet = {
  wave: Wave;
  call: Call;
  filter: DirectoryFilter;
  composition: Composition;
  /** Null when no structure of the wave is listed. */
  money: WaveMoney | null;
  regions: RegionOfWave[];
  allRegions: Region[];
  laureates: Laureate[];
  sources: SheetSource[];
  lastChange: string | null;
  beside: WaveBeside[];
};

const neighbour = (wave: Wave | undefined, over: string): WaveBeside[] =>
  wave ? [{ id: wave.id, over, name: wave.shortLabel }] : [];

export async function listRegionsOf(filter: DirectoryFilter): Promise<RegionOfWave[]> {
  const [regions, compositions] = await Promise.all([listRegions(), composeRegions(filter)]);
  return regions.flatMap(({ code, slug, name }) => {
    const composition = compositions.get(code) ?? compose([]);
    const count = totalOf(composition);
    return count > 0 ? [{ code, slug, name, count, composition }] : [];
  });
}

/** Null for an unknown id. */
export async function readWaveSheet(id: string): Promise<WaveSheet | null> {
  const [waves, call, allRegions] = await Promise.all([listWaves(), getCall(), listRegions()]);
  const at = waves.findIndex((known) => known.id === id);
  const wave = waves[at];
  if (!wave) return null;
  const filter = updateFilter(EMPTY_FILTER, { vague: [wave.id] });
  const [composition, money, regions, laureates] = await Promise.all([
    composeSet(filter),
    sumByWave(filter),
    listRegionsOf(filter),
    listLaureates(filter, 'region'),
  ]);
  return {
    wave,
    call,
    filter,
    composition,
    regions,
    allRegions,
    laureates,
    sources: await listSources(laureates.map(({ slug }) => slug)),
    lastChange: lastChangeOf(money),
    money: money[0] ?? null,
    beside: [...neighbour(waves[at - 1], 'Vague précédente'), ...neighbour(waves[at + 1], 'Vague suivante')],
  };
}
