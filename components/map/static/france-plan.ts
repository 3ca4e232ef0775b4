import { type PlacedName, placeAreaNames } from './area-names';
import { type FranceLayout, layOutFrance, outsideFrance, SYMBOL_SIZE } from './france-layout';
import { FRANCE_TOWNS } from './france-towns';
import { boxAround } from './lettering';
import type { MapPoint } from './map-point';
import { MOST_SPREAD } from './spread';
import { type PlacedTown, placeTowns } from './town-names';

type Unlocated = { slug: string; name: string; commune: string | null };

type FranceContent = {
  /** Every structure with a position, or one per cell of the map when they are too many. */
  points: MapPoint[];
  located: number;
  /** Named under the map while they are few. */
  unlocated: Unlocated[];
  withoutPosition: number;
};

/** Plain data, so that finding room for symbols and names is done once for many readers. */
export type FrancePlan = Omit<FranceContent, 'points'> & {
  layout: FranceLayout;
  towns: PlacedTown[];
  names: PlacedName[];
  /** One symbol may stand for several structures. */
  isSummed: boolean;
  outside: { count: number; communes: string[] };
};

export function planFrance({ points, ...counts }: FranceContent): FrancePlan {
  const layout = layOutFrance(points);
  const { view, symbols } = layout;
  const taken = symbols.map((symbol) => boxAround(symbol, SYMBOL_SIZE / 2 - 1.5));
  const towns = placeTowns(view, FRANCE_TOWNS, taken, FRANCE_TOWNS.length);
  const names = placeAreaNames(view, [...taken, ...towns.map(({ spot }) => spot.box)], () => undefined);
  const isSample = counts.located > points.length;
  // Among a few of many, those outside the frame tell nothing of how many there are.
  const outside = isSample ? [] : outsideFrance(points);
  return {
    ...counts,
    layout,
    towns,
    names,
    isSummed: isSample || points.length > MOST_SPREAD,
    outside: { count: outside.length, communes: [...new Set(outside.map(({ commune }) => commune))] },
  };
}
