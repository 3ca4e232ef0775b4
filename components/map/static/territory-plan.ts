import { type PlacedName, placeAreaNames } from './area-names';
import type { Territory } from './ground';
import { boxAround, NARROW_SIGN } from './lettering';
import type { MapPoint } from './map-point';
import type { MapView } from './map-view';
import { namesRound, territoryView } from './territory-layout';
import { areApart, type Numbering, type NumberSide, numberPoints } from './territory-numbering';

/** Plain data, so that finding room for numbers and names is done once for many readers. */
export type TerritoryPlan = {
  territory: Territory;
  points: MapPoint[];
  view: MapView;
  numbering: Numbering;
  names: PlacedName[];
  isSpread: boolean;
};

const MANY = 15;

/** `key` of a point is its number in the list; `inside` is for at most about 15. */
export function planTerritory(territory: Territory, points: MapPoint[], numbers: NumberSide): TerritoryPlan {
  const view = territoryView(territory);
  const written = numbers === 'inside' && points.length <= MANY ? 'inside' : 'beside';
  const numbering = numberPoints(points, view, written);
  const { size, symbols, keys, communes } = numbering;
  const scaleBar = { x: 10, y: view.height - 36, width: 180, height: 30 };
  const taken = [
    scaleBar,
    ...symbols.map((symbol) => boxAround(symbol, (size / 2) * NARROW_SIGN)),
    ...[...keys, ...communes].map(({ spot }) => spot.box),
  ];
  const names = placeAreaNames(view, taken, namesRound(territory, communes.length === 0));
  return { territory, points, view, numbering, names, isSpread: areApart(symbols, view) };
}
