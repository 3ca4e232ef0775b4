import { boxAround, type LabelSpot, NARROW_SIGN, NARROW_TEXT, overlaps, placeLabel, type Rectangle } from './lettering';
import type { MapPoint } from './map-point';
import { isInView, type MapView, type Point, project } from './map-view';
import { spread } from './spread';

type PlacedPoint = MapPoint & Point & { radius: number };
export type Lettered = { point: PlacedPoint; spot: LabelSpot };

/** Next to small symbols, or written in larger ones. */
export type NumberSide = 'beside' | 'inside';
export type Numbering = {
  numbers: NumberSide;
  size: number;
  symbols: PlacedPoint[];
  keys: Lettered[];
  communes: Lettered[];
};

const SMALL_SYMBOL = 15;
const NUMBERED_SYMBOL = 32;
/** In a crowd numbers go inside symbols just large enough for them. */
const CROWDED_SYMBOL = 26;
/** What a symbol takes of its square: the outer edge of the ring. */
const FILLED = 0.42;
/** Room added between symbols, tried in turn, before a set is called a crowd. */
const EXTRA_ROOM = [0, 2, 4];

const KEY_SIZE = 11.5 * NARROW_TEXT;
const COMMUNE_SIZE = 13;

/** So that none covers another: beside if there is room, else inside. */
export function numberPoints(points: MapPoint[], view: MapView, wanted: NumberSide): Numbering {
  if (wanted === 'inside') {
    const size = NUMBERED_SYMBOL;
    const symbols = placeApart(points, view, (size / 2) * NARROW_SIGN);
    return { numbers: 'inside', size, symbols, keys: [], communes: placeCommunes(symbols, size / 2, view) };
  }
  for (const room of EXTRA_ROOM) {
    const size = SMALL_SYMBOL;
    const radius = (size / 2) * NARROW_SIGN;
    const symbols = placeApart(points, view, radius + room);
    const keys = placeKeys(symbols, radius, view);
    if (keys !== undefined) return { numbers: 'beside', size, symbols, keys, communes: [] };
  }
  const size = CROWDED_SYMBOL;
  const symbols = placeApart(points, view, size * FILLED * NARROW_SIGN);
  return { numbers: 'inside', size, symbols, keys: [], communes: [] };
}

function placeApart(points: MapPoint[], view: MapView, radius: number): PlacedPoint[] {
  const discs = points
    .map((point) => ({ ...point, ...project(view, point), radius }))
    .filter((disc) => isInView(view, disc));
  return spread(discs, view);
}

/** Undefined when one of them finds no room. */
function placeKeys(symbols: PlacedPoint[], radius: number, view: MapView): Lettered[] | undefined {
  const taken: Rectangle[] = symbols.map((point) => boxAround(point, radius - 1));
  const lettered: Lettered[] = [];
  for (const point of symbols.filter(({ key }) => key !== undefined)) {
    const spot = placeLabel({ at: point, radius: radius - 1, text: String(point.key), size: KEY_SIZE }, taken, view);
    if (spot === undefined) return undefined;
    taken.push(spot.box);
    lettered.push({ point, spot });
  }
  return lettered;
}

/** On wide plates alone, each once, beside the first of its symbols; one without room is left to the list. */
function placeCommunes(symbols: PlacedPoint[], radius: number, view: MapView): Lettered[] {
  const taken: Rectangle[] = symbols.map((point) => boxAround(point, radius));
  const first = symbols.filter(({ commune }, at) => symbols.findIndex((other) => other.commune === commune) === at);
  return first.flatMap((point) => {
    const spot = placeLabel(
      { at: point, radius: radius - 1, text: point.commune, size: COMMUNE_SIZE },
      taken,
      view,
      true,
    );
    if (spot === undefined || taken.filter((box) => overlaps(box, spot.box)).length > 1) return [];
    taken.push(spot.box);
    return [{ point, spot }];
  });
}

export const areApart = (symbols: PlacedPoint[], view: MapView): boolean =>
  symbols.some((symbol) => {
    const { x, y } = project(view, symbol);
    return Math.hypot(x - symbol.x, y - symbol.y) > 1;
  });
