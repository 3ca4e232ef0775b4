import { type Bounds, regionBounds } from '@/lib/geography/area-grid';
import type { MapPoint } from './map-point';
import { fitView, isInView, type MapView, type Point, project, type Size, tenth } from './map-view';
import { MOST_SPREAD, spread } from './spread';

const FRANCE_BOUNDS: Bounds = [-5.55, 41.2, 9.95, 51.35];

const OVERSEAS_CODES = ['01', '02', '03', '04', '06'];

const PLATE = { width: 730, height: 712 };
const INSET = { width: 140, height: 110, gap: 10, below: 15, lettering: 26, margin: 8, left: -5 };

/** Least distance between two symbols, as a narrow plate draws them (map.css); a wide one draws them smaller. */
const SYMBOL_ROOM = 14;
export const SYMBOL_SIZE = 11;

type InsetView = { code: string; view: MapView; x: number; y: number };

const INSETS: InsetView[] = OVERSEAS_CODES.map((code, at) => {
  const room = { width: INSET.width, height: INSET.height - INSET.lettering };
  return {
    code,
    view: { ...fitView(regionBounds(code) ?? FRANCE_BOUNDS, room, INSET.margin), height: INSET.height },
    x: INSET.left + at * (INSET.width + INSET.gap),
    y: PLATE.height + INSET.below,
  };
});

const VIEW = fitView(FRANCE_BOUNDS, PLATE);

type PlacedSymbol = Point & { territory: MapPoint['territory'] };
export type Inset = InsetView & { symbols: PlacedSymbol[] };
export type FranceLayout = { view: MapView; symbols: PlacedSymbol[]; insets: Inset[]; below: number };

/** Every structure once: on the plate, in the inset of its overseas région, or nowhere. */
export function layOutFrance(points: MapPoint[]): FranceLayout {
  return {
    view: VIEW,
    symbols: place(points, VIEW, VIEW),
    insets: INSETS.map((inset) => {
      const frame = { width: INSET.width, height: INSET.height - INSET.lettering };
      return { ...inset, symbols: place(points, inset.view, frame) };
    }),
    below: INSET.below + INSET.height,
  };
}

/** Saint-Martin is known and not drawn. */
export function outsideFrance(points: MapPoint[]): MapPoint[] {
  const views = [VIEW, ...INSETS.map(({ view }) => view)];
  return points.filter((point) => !views.some((view) => isInView(view, project(view, point))));
}

function place(points: MapPoint[], view: MapView, frame: Size): PlacedSymbol[] {
  const discs = points
    .map((point) => ({ ...project(view, point), territory: point.territory, radius: SYMBOL_ROOM / 2 }))
    .filter((disc) => isInView(view, disc));
  const placed = discs.length > MOST_SPREAD ? oneBySpot(discs) : spread(discs, frame);
  return placed.map(({ x, y, territory }) => ({ x: tenth(x), y: tenth(y), territory }));
}

const cell = (value: number) => Math.round(value / (SYMBOL_SIZE / 2));

/** Too many to stand apart: one symbol for each kind of territory at each place of the drawing. */
function oneBySpot<T extends PlacedSymbol>(discs: T[]): T[] {
  return [...new Map(discs.map((disc) => [`${cell(disc.x)} ${cell(disc.y)} ${disc.territory}`, disc])).values()];
}
