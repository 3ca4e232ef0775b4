import { isNameable, type PlacedName, placeAreaNames } from './area-names';
import type { Drawing } from './frame';
import { boxAround, type LabelSpot, placeLabel, type Rectangle } from './lettering';
import type { MapPoint, Town } from './map-point';
import { isInView, type MapView, type Point, project, type Size, viewCentredOn } from './map-view';
import { spread } from './spread';
import { areApart } from './territory-numbering';
import { type PlacedTown, placeTowns } from './town-names';

type SurroundingsContent = {
  point: MapPoint;
  others: MapPoint[];
  /** Within 80 km or so; the larger find room first. */
  towns: Town[];
};

type PlacedOther = MapPoint & Point & { radius: number };

type DrawingPlan = {
  view: MapView;
  centre: Point;
  symbol: number;
  /** Radius of the circle of uncertainty; null for a position at the address. */
  blur: number | null;
  others: PlacedOther[];
  name: LabelSpot | undefined;
  towns: PlacedTown[];
  areas: PlacedName[];
};

/** Plain data, so that finding room for names is done once for many readers. */
export type SurroundingsPlan = { point: MapPoint; large: DrawingPlan; small: DrawingPlan; isSpread: boolean };

const PLATES: Record<Drawing, Size & { widthKm: number; symbol: number; other: number; blur: number; towns: number }> =
  {
    large: { width: 560, height: 430, widthKm: 36, symbol: 26, other: 15, blur: 32, towns: 10 },
    small: { width: 346, height: 300, widthKm: 26, symbol: 26, other: 14, blur: 26, towns: 5 },
  };

const NAME_SIZE = 16;

/** Where communes are far apart (Guyane), the frame widens until it holds some that say where one is. */
const WIDENINGS = [1, 2, 4];
const ENOUGH_TOWNS = 2;

function viewWithTowns(point: MapPoint, towns: Town[], drawing: Drawing): MapView {
  const plate = PLATES[drawing];
  const views = WIDENINGS.map((factor) => viewCentredOn(point, plate.widthKm * factor, plate));
  const named = (view: MapView) =>
    towns.filter((town) => town.name !== point.commune && isInView(view, project(view, town))).length;
  return views.find((view) => named(view) >= ENOUGH_TOWNS) ?? viewCentredOn(point, plate.widthKm, plate);
}

function placeOthers(point: MapPoint, others: MapPoint[], view: MapView, drawing: Drawing): PlacedOther[] {
  const { symbol, other } = PLATES[drawing];
  const discs = others
    .filter(({ slug }) => slug !== point.slug)
    .map((each) => ({ ...each, ...project(view, each), radius: other / 2 }))
    .filter((disc) => isInView(view, disc));
  const pinned = { ...point, ...project(view, point), radius: symbol / 2, pinned: true };
  return spread([pinned, ...discs], view).slice(1);
}

function planDrawing({ point, others, towns }: SurroundingsContent, drawing: Drawing): DrawingPlan {
  const plate = PLATES[drawing];
  const view = viewWithTowns(point, towns, drawing);
  const centre = project(view, point);
  const blur = point.positionPrecision === 'address' ? null : plate.blur;
  const placed = placeOthers(point, others, view, drawing);
  const around = [boxAround(centre, blur ?? plate.symbol / 2), { x: 8, y: view.height - 36, width: 130, height: 30 }];
  const taken: Rectangle[] = [...around, ...placed.map((other) => boxAround(other, other.radius))];
  const name = placeLabel(
    { at: centre, radius: plate.symbol / 2 + 1, text: point.commune, size: NAME_SIZE },
    taken.slice(1),
    view,
    true,
  );
  if (name !== undefined) taken.push(name.box);
  const named = placeTowns(
    view,
    towns.filter((town) => town.name !== point.commune),
    taken,
    plate.towns,
  );
  const boxes = [...taken, ...named.map(({ spot }) => spot.box)];
  const areas = isNameable(view) ? placeAreaNames(view, boxes, () => undefined) : [];
  return { view, centre, symbol: plate.symbol, blur, others: placed, name, towns: named, areas };
}

/** 36 km wide, more where communes are rare. */
export function planSurroundings(content: SurroundingsContent): SurroundingsPlan {
  const large = planDrawing(content, 'large');
  const small = planDrawing(content, 'small');
  return { point: content.point, large, small, isSpread: areApart(large.others, large.view) };
}
