import { type Line, type Ring, samePoint } from '@/lib/geography/clip';
import { arcIndex, type Countries, isFrance } from './countries';
import { type GridPoint, nearestOnLine, pointKey } from './lines';

/** Beyond this many grid units (0.05°) two sources do not speak of the same shore. */
const FARTHEST = 50;

/** Also writes into the arcs of `world`: the neighbour keeps the same line. Answers old point → new point. */
export function snapJunctions(world: Countries, junctions: GridPoint[]): Map<string, GridPoint> {
  const french = new Set(
    world.countries
      .filter(isFrance)
      .flatMap(({ polygons }) => polygons.flatMap((rings) => (rings[0] ?? []).map(arcIndex))),
  );
  const snapped = new Map<string, GridPoint>();
  for (const junction of junctions) {
    let best = { arc: -1, ...nearestOnLine([], junction) };
    for (const arc of french) {
      const near = nearestOnLine(world.arcs[arc] ?? [], junction);
      if (near.distance < best.distance) best = { arc, ...near };
    }
    if (best.distance > FARTHEST) throw new Error(`No shore near ${pointKey(junction)}.`);
    insert(world.arcs[best.arc] ?? [], best.after, best.point);
    snapped.set(pointKey(junction), best.point);
  }
  return snapped;
}

function insert(arc: Line, after: number, point: GridPoint): void {
  const ends = [arc[after], arc[after + 1]];
  if (!ends.some((end) => end !== undefined && samePoint(end, point))) arc.splice(after + 1, 0, point);
}

export function splitRing(ring: Ring, from: GridPoint, to: GridPoint): Line[] {
  const open = ring.slice(0, -1);
  const start = open.findIndex((point) => samePoint(point, from));
  if (start < 0) return [];
  const turned = [...open.slice(start), ...open.slice(0, start), from];
  const end = turned.findIndex((point) => samePoint(point, to));
  if (end < 0) return [];
  return [turned.slice(0, end + 1), turned.slice(end).toReversed()];
}
