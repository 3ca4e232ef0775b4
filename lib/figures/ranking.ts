import { EMPTY_FILTER } from '@/lib/directory/filter';
import { type Department, listDepartments, listRegions, type Region } from '@/lib/geography/queries';
import { type Composition, compose, composeDepartments, composeRegions } from './composition';
import { rankWithTies } from './rank-with-ties';
import { ratePer100k } from './rate';

/** Ranks among the ranked places of the kind; null where nothing can be ranked. */
export type AreaFigures = {
  composition: Composition;
  rate: number | null;
  rankByNumber: number | null;
  /** On the rate as it is shown. */
  rankByRate: number | null;
};

export type RankedRegion = Region & AreaFigures;
export type RankedDepartment = Department & AreaFigures;

type Area = { code: string; isRanked: boolean; structures: number; population: number | null };

function withFigures<P extends Area>(areas: P[], compositions: Map<string, Composition>): (P & AreaFigures)[] {
  const rateOf = ({ structures, population }: Area) => ratePer100k(structures, population);
  const ranked = areas.filter(({ isRanked }) => isRanked);
  const byNumber = rankWithTies(ranked, ({ structures }) => structures);
  const byRate = rankWithTies(ranked, rateOf);
  return areas.map((area) => ({
    ...area,
    composition: compositions.get(area.code) ?? compose([]),
    rate: rateOf(area),
    rankByNumber: byNumber.get(area) ?? null,
    rankByRate: byRate.get(area) ?? null,
  }));
}

/** French order: the 18 régions, then the collectivities that have a laureate, without a rank. */
export async function rankRegions(): Promise<RankedRegion[]> {
  const [regions, compositions] = await Promise.all([listRegions(), composeRegions(EMPTY_FILTER)]);
  return withFigures(regions, compositions);
}

/** By code, ranked among those of the 18 régions. */
export async function rankDepartments(): Promise<RankedDepartment[]> {
  const [departments, compositions] = await Promise.all([listDepartments(), composeDepartments(EMPTY_FILTER)]);
  return withFigures(departments, compositions);
}

export type FranceFigures = { structures: number; rate: number | null; composition: Composition };

/** The rate is over the inhabitants of the places the site lists. */
export async function sumFrance(): Promise<FranceFigures> {
  const regions = await rankRegions();
  const structures = regions.reduce((sum, region) => sum + region.structures, 0);
  const population = regions.reduce<number | null>(
    (sum, region) => (sum === null || region.population === null ? null : sum + region.population),
    0,
  );
  const composition: Composition = { qpv: 0, rural: 0, unknown: 0 };
  for (const region of regions) {
    composition.qpv += region.composition.qpv;
    composition.rural += region.composition.rural;
    composition.unknown += region.composition.unknown;
  }
  return { structures, rate: ratePer100k(structures, population), composition };
}
