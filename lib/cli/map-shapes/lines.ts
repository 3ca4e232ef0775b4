import type { Line, PlanePoint, Ring } from '@/lib/geography/clip';

/** Longitude and latitude in thousandths of a degree. */
export type GridPoint = PlanePoint;

export const GRID_PER_DEGREE = 1000;

export const toGrid = (position: readonly number[]): GridPoint => [
  Math.round((position[0] ?? 0) * GRID_PER_DEGREE),
  Math.round((position[1] ?? 0) * GRID_PER_DEGREE),
];

export const pointKey = (point: GridPoint): string => `${point[0]},${point[1]}`;

/** In grid units, longitudes shortened as they are at the latitude of France. */
export function lineLength(line: Line): number {
  let length = 0;
  for (let at = 1; at < line.length; at += 1) length += distance(line[at - 1], line[at]);
  return length;
}

export function distance(a: GridPoint | undefined, b: GridPoint | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  return Math.hypot((a[0] - b[0]) * 0.7, a[1] - b[1]);
}

type Nearest = { point: GridPoint; after: number; distance: number };

export function nearestOnLine(line: Line, target: GridPoint): Nearest {
  let best: Nearest = { point: target, after: -1, distance: Number.POSITIVE_INFINITY };
  for (let at = 0; at + 1 < line.length; at += 1) {
    const [a, b] = [line[at], line[at + 1]];
    if (a === undefined || b === undefined) continue;
    const [dx, dy] = [(b[0] - a[0]) * 0.7, b[1] - a[1]];
    const along = ((target[0] - a[0]) * 0.7 * dx + (target[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
    const part = Math.max(0, Math.min(1, along));
    const point: GridPoint = [Math.round(a[0] + (b[0] - a[0]) * part), Math.round(a[1] + (b[1] - a[1]) * part)];
    const away = distance(point, target);
    if (away < best.distance) best = { point, after: at, distance: away };
  }
  return best;
}

/** Signed, in grid units squared. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1], ring[at]];
    if (a !== undefined && b !== undefined) twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

export function isInside(rings: Ring[], point: GridPoint): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [a, b] = [ring[at - 1], ring[at]];
      if (a === undefined || b === undefined || a[1] > point[1] === b[1] > point[1]) continue;
      if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}
