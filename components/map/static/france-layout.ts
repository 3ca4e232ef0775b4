import { type Bounds, regionBounds } from '@/lib/geography/area-grid';
import type { Drawing } from './frame';
import type { MapPoint } from './map-point';
import { fitView, isInView, type MapView, type Point, project, type Size } from './map-view';
import { MOST_SPREAD, spread } from './spread';

const FRANCE_BOUNDS: Bounds = [-5.55, 41.2, 9.95, 51.35];

const OVERSEAS_CODES = ['01', '02', '03', '04', '06'];

type Plate = Size & {
  inset: Size & { gap: number; below: number; lettering: number; margin: number; left: number };
  /** Least distance between two symbols too. */
  symbol: number;
  insetSymbol: number;
};

const PLATES: Record<Drawing, Plate> = {
  large: {
    width: 730,
    height: 712,
    symbol: 11,
    insetSymbol: 12,
    inset: { width: 140, height: 104, gap: 10, below: 15, lettering: 20, margin: 8, left: -5 },
  },
  small: {
    width: 346,
    height: 340,
    symbol: 8,
    insetSymbol: 9,
    inset: { width: 67.6, height: 76, gap: 4, below: 11, lettering: 20, margin: 5, left: -4 },
  },
};

type InsetView = { code: string; view: MapView; x: number; y: number };
type FranceViews = { plate: MapView; insets: InsetView[]; below: number };

function viewsOf(drawing: Drawing): FranceViews {
  const { inset, width, height } = PLATES[drawing];
  const room = { width: inset.width, height: inset.height - inset.lettering };
  const insets = OVERSEAS_CODES.map((code, at) => ({
    code,
    view: { ...fitView(regionBounds(code) ?? FRANCE_BOUNDS, room, inset.margin), height: inset.height },
    x: inset.left + at * (inset.width + inset.gap),
    y: height + inset.below,
  }));
  return { plate: fitView(FRANCE_BOUNDS, { width, height }), insets, below: inset.below + inset.height };
}

const VIEWS: Record<Drawing, FranceViews> = { large: viewsOf('large'), small: viewsOf('small') };

type PlacedSymbol = Point & { territory: MapPoint['territory'] };
export type Inset = InsetView & { symbols: PlacedSymbol[]; size: number };
export type FranceLayout = { view: MapView; symbols: PlacedSymbol[]; size: number; insets: Inset[]; below: number };

/** The same list gives the same layout, kept as long as the list is in memory. */
const layouts = { large: new WeakMap<MapPoint[], FranceLayout>(), small: new WeakMap<MapPoint[], FranceLayout>() };

/** Every structure once: on the plate, in the inset of its overseas région, or nowhere. */
export function layOutFrance(points: MapPoint[], drawing: Drawing): FranceLayout {
  const known = layouts[drawing].get(points);
  if (known !== undefined) return known;
  const layout = computeLayout(points, drawing);
  layouts[drawing].set(points, layout);
  return layout;
}

function computeLayout(points: MapPoint[], drawing: Drawing): FranceLayout {
  const { plate, insets, below } = VIEWS[drawing];
  const { symbol, insetSymbol, inset } = PLATES[drawing];
  return {
    view: plate,
    symbols: place(points, plate, plate, symbol),
    size: symbol,
    insets: insets.map((each) => {
      const frame = { width: inset.width, height: inset.height - inset.lettering };
      return { ...each, symbols: place(points, each.view, frame, insetSymbol), size: insetSymbol };
    }),
    below,
  };
}

/** Saint-Martin is known and not drawn. */
export function outsideFrance(points: MapPoint[]): MapPoint[] {
  const views = [VIEWS.large.plate, ...VIEWS.large.insets.map(({ view }) => view)];
  return points.filter((point) => !views.some((view) => isInView(view, project(view, point))));
}

function place(points: MapPoint[], view: MapView, frame: Size, size: number): PlacedSymbol[] {
  const discs = points
    .map((point) => ({ ...project(view, point), territory: point.territory, radius: size / 2 }))
    .filter((disc) => isInView(view, disc));
  return discs.length > MOST_SPREAD ? oneBySpot(discs, size) : spread(discs, frame);
}

/** Too many to stand apart: one symbol for each kind of territory at each place of the drawing. */
function oneBySpot<T extends PlacedSymbol>(discs: T[], size: number): T[] {
  const cell = (value: number) => Math.round(value / (size / 2));
  return [...new Map(discs.map((disc) => [`${cell(disc.x)} ${cell(disc.y)} ${disc.territory}`, disc])).values()];
}
