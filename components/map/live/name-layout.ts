import {
  type Anchor,
  boxAround,
  overlaps,
  placeLabel,
  type Rectangle,
  textWidth,
} from '@/components/map/static/lettering';
import type { Coordinates } from '@/lib/geography/degrees';
import type { WideName } from './wide-names';

type Point = { x: number; y: number };
type Window = {
  width: number;
  height: number;
  toPoint(position: Coordinates): Point;
};
export type Disc = Point & { radius: number };
export type NamedTown = Coordinates & { name: string; population: number | null };
export type PlacedName = Point & {
  text: string;
  look: 'town' | 'water' | 'country';
  anchor: Anchor;
  dot: Point | null;
};

const TOWN_SIZE = 11.5;
const DOT = 2;
const WIDE_LETTERING = { water: { size: 14, spacing: 1.7 }, country: { size: 13, spacing: 1.6 } };
/** More names than this make a map harder to read, not easier. */
const MOST_TOWNS = 24;
/** Of the larger communes of a view, so many are tried: a village is not named because a city had no room. */
const MOST_CONSIDERED = 48;
/** Pixels: the suburbs of a city are not named at the scale of a région. */
const TOWNS_APART = 56;

const isInside = ({ x, y }: Point, { width, height }: Window) => x >= 0 && y >= 0 && x <= width && y <= height;

function placeWide(
  { text, kind, spots }: WideName,
  window: Window,
  taken: Rectangle[],
): [PlacedName, Rectangle] | null {
  const { size, spacing } = WIDE_LETTERING[kind];
  const width = textWidth(text, size, spacing);
  for (const spot of spots) {
    const { x, y } = window.toPoint(spot);
    const box = { x: x - width / 2, y: y - size / 2, width, height: size };
    const inside = isInside(box, window) && isInside({ x: box.x + width, y: box.y + size }, window);
    if (inside && !taken.some((other) => overlaps(other, box)))
      return [{ text, look: kind, x, y: y + size / 3, anchor: 'middle', dot: null }, box];
  }
  return null;
}

/** A town under a marker is named beside the marker, which then stands for its dot. */
function placeTown(
  { name, ...position }: NamedTown,
  window: Window,
  taken: Rectangle[],
  discs: Disc[],
): [PlacedName, Rectangle] | null {
  const at = window.toPoint(position);
  if (!isInside(at, window)) return null;
  const cover = discs.find(({ x, y, radius }) => Math.hypot(x - at.x, y - at.y) < radius);
  const spot = placeLabel(
    { at: cover ?? at, radius: cover?.radius ?? DOT, text: name, size: TOWN_SIZE },
    taken,
    window,
  );
  if (!spot) return null;
  return [{ text: name, look: 'town', x: spot.x, y: spot.y, anchor: spot.anchor, dot: cover ? null : at }, spot.box];
}

export function layOutNames(
  window: Window,
  {
    towns,
    wide,
    discs,
    controls,
  }: { towns: NamedTown[]; wide: readonly WideName[]; discs: Disc[]; controls: Rectangle[] },
): PlacedName[] {
  const taken = [...controls, ...discs.map((disc) => boxAround(disc, disc.radius))];
  const placed: PlacedName[] = [];
  const keep = (found: [PlacedName, Rectangle] | null) => {
    if (!found) return;
    placed.push(found[0]);
    taken.push(found[1]);
    if (found[0].dot) taken.push(boxAround(found[0].dot, DOT + 1));
  };
  const dots: Point[] = [];
  for (const town of towns.slice(0, MOST_CONSIDERED)) {
    const dot = window.toPoint(town);
    if (placed.length >= MOST_TOWNS || dots.some(({ x, y }) => Math.hypot(x - dot.x, y - dot.y) < TOWNS_APART))
      continue;
    dots.push(dot);
    keep(placeTown(town, window, taken, discs));
  }
  for (const name of wide) keep(placeWide(name, window, taken));
  return placed;
}
