import { type GridPoint, type Line, type Ring, samePoint, withoutRepeats } from './lines';

/** West, south, east, north on the grid. */
export type Box = readonly [number, number, number, number];

type Edge = { keeps: (point: GridPoint) => boolean; cross: (a: GridPoint, b: GridPoint) => GridPoint };

const atX =
  (x: number): Edge['cross'] =>
  (a, b) => [x, Math.round(a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]))];

const atY =
  (y: number): Edge['cross'] =>
  (a, b) => [Math.round(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1])), y];

function edgesOf([west, south, east, north]: Box): Edge[] {
  return [
    { keeps: (point) => point[0] >= west, cross: atX(west) },
    { keeps: (point) => point[0] <= east, cross: atX(east) },
    { keeps: (point) => point[1] >= south, cross: atY(south) },
    { keeps: (point) => point[1] <= north, cross: atY(north) },
  ];
}

/** Sutherland and Hodgman: pieces stay joined by the edge of the box, which a fill does not show. */
export function clipRing(ring: Ring, box: Box): Ring | undefined {
  let points: Line = ring.slice(0, -1);
  for (const { keeps, cross } of edgesOf(box)) {
    const kept: Line = [];
    let previous = points.at(-1);
    for (const point of points) {
      if (previous !== undefined && keeps(previous) !== keeps(point)) kept.push(cross(previous, point));
      if (keeps(point)) kept.push(point);
      previous = point;
    }
    points = kept;
  }
  const clipped = withoutRepeats(points);
  const first = clipped[0];
  if (first === undefined || clipped.length < 3) return undefined;
  return samePoint(first, clipped.at(-1) ?? first) ? clipped : [...clipped, first];
}

export function clipLine(line: Line, box: Box): Line[] {
  let pieces: Line[] = [line];
  for (const { keeps, cross } of edgesOf(box)) {
    pieces = pieces.flatMap((piece) => cutAtEdge(piece, keeps, cross));
  }
  return pieces.map(withoutRepeats).filter((piece) => piece.length > 1);
}

function cutAtEdge(piece: Line, keeps: Edge['keeps'], cross: Edge['cross']): Line[] {
  const parts: Line[] = [];
  let part: Line = [];
  piece.forEach((point, at) => {
    const previous = piece[at - 1];
    if (previous !== undefined && keeps(previous) !== keeps(point)) {
      part.push(cross(previous, point));
      if (keeps(previous)) {
        parts.push(part);
        part = [];
      }
    }
    if (keeps(point)) part.push(point);
  });
  return [...parts, part];
}

/** Each overlaps its neighbours a little so that no seam is seen. */
export function worldAround(boxes: Box[], overlap: number): Box[] {
  const [west, south, east, north] = [-180_000, -85_000, 180_000, 85_000];
  const cuts = [...new Set([west, east, ...boxes.flatMap((box) => [box[0], box[2]])])].toSorted((a, b) => a - b);
  const rectangles: Box[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [left, right] = [cuts[at] ?? west, cuts[at + 1] ?? east];
    const holes = boxes.filter((box) => box[0] < right && box[2] > left).toSorted((a, b) => a[1] - b[1]);
    let bottom = south;
    for (const hole of [...holes, [left, north, right, north] as const]) {
      if (hole[1] > bottom) rectangles.push([left - overlap, bottom - overlap, right + overlap, hole[1] + overlap]);
      bottom = Math.max(bottom, hole[3]);
    }
  }
  return rectangles;
}
