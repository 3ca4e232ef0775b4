import { type GroundPaths, groundWithin } from '@/lib/geography/ground';
import { isNameable, type PlacedName, placeAreaNames } from './area-names';
import { boxAround, type LabelSpot, NARROW_SIGN, NARROW_TEXT, placeLabel, type Rectangle } from './lettering';
import type { MapPoint, Town } from './map-point';
import { isInView, type MapView, type Point, project, viewCentredOn, windowOf } from './map-view';
import { spread } from './spread';
import { areApart } from './territory-numbering';
import { type PlacedTown, placeTowns, TOWN_SIZE_NARROW } from './town-names';

type SurroundingsContent = {
  point: MapPoint;
  others: MapPoint[];
  /** Within 80 km or so; the larger find room first. */
  towns: Town[];
};

type PlacedOther = MapPoint & Point & { radius: number };

/** Plain data, so that finding room for names is done once for many readers. */
export type SurroundingsPlan = {
  point: MapPoint;
  view: MapView;
  ground: GroundPaths;
  centre: Point;
  /** Radius of the circle of uncertainty; null for a position at the address. */
  blur: number | null;
  others: PlacedOther[];
  name: LabelSpot | undefined;
  towns: PlacedTown[];
  areas: PlacedName[];
  isSpread: boolean;
};

const PLATE = { width: 560, height: 430, widthKm: 36 };
/** The square of the place's own symbol, and of those around it. */
export const SYMBOL_SIZE = 26;
export const OTHER_SIZE = 15;
const SYMBOL_RADIUS = (SYMBOL_SIZE / 2) * NARROW_SIGN;
const BLUR = 32;
const MOST_TOWNS = 8;
/** Wider than the widest line, so that no line is seen where the ground is cut. */
const GROUND_MARGIN = 8;
const NAME_SIZE = 16 * NARROW_TEXT;

/** Where communes are far apart (Guyane), the frame widens until it holds some that say where one is. */
const WIDENINGS = [1, 2, 4];
const ENOUGH_TOWNS = 2;

function viewWithTowns(point: MapPoint, towns: Town[]): MapView {
  const views = WIDENINGS.map((factor) => viewCentredOn(point, PLATE.widthKm * factor, PLATE));
  const named = (view: MapView) =>
    towns.filter((town) => town.name !== point.commune && isInView(view, project(view, town))).length;
  return views.find((view) => named(view) >= ENOUGH_TOWNS) ?? viewCentredOn(point, PLATE.widthKm, PLATE);
}

function placeOthers(point: MapPoint, others: MapPoint[], view: MapView): PlacedOther[] {
  const discs = others
    .filter(({ slug }) => slug !== point.slug)
    .map((each) => ({ ...each, ...project(view, each), radius: (OTHER_SIZE / 2) * NARROW_SIGN }))
    .filter((disc) => isInView(view, disc));
  const pinned = { ...point, ...project(view, point), radius: SYMBOL_RADIUS, pinned: true };
  return spread([pinned, ...discs], view).slice(1);
}

/** 36 km wide, more where communes are rare. */
export function planSurroundings({ point, others, towns }: SurroundingsContent): SurroundingsPlan {
  const view = viewWithTowns(point, towns);
  const centre = project(view, point);
  const blur = point.positionPrecision === 'address' ? null : BLUR;
  const placed = placeOthers(point, others, view);
  const middle = boxAround(centre, blur === null ? SYMBOL_RADIUS : blur * NARROW_SIGN);
  const taken: Rectangle[] = [
    middle,
    { x: 8, y: view.height - 36, width: 180, height: 30 },
    ...placed.map((other) => boxAround(other, other.radius)),
  ];
  const name = placeLabel(
    { at: centre, radius: SYMBOL_RADIUS + 1, text: point.commune, size: NAME_SIZE },
    taken.slice(1),
    view,
    true,
  );
  if (name !== undefined) taken.push(name.box);
  const otherTowns = towns.filter((town) => town.name !== point.commune);
  const named = placeTowns(view, otherTowns, taken, MOST_TOWNS, TOWN_SIZE_NARROW);
  const boxes = [...taken, ...named.map(({ spot }) => spot.box)];
  const areas = isNameable(view) ? placeAreaNames(view, boxes, () => undefined) : [];
  const ground = groundWithin(windowOf(view, GROUND_MARGIN));
  return {
    point,
    view,
    ground,
    centre,
    blur,
    others: placed,
    name,
    towns: named,
    areas,
    isSpread: areApart(placed, view),
  };
}
