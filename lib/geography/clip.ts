export type PlanePoint = readonly [number, number];
export type Line = PlanePoint[];
/** The last point repeats the first. */
export type Ring = Line;

/** Least x, least y, greatest x, greatest y, in the units of the points. */
export type Box = readonly [number, number, number, number];

/** The least that holds them. */
export const boxOf = (points: readonly PlanePoint[]): Box => [
  points.reduce((least, [x]) => Math.min(least, x), Infinity),
  points.reduce((least, [, y]) => Math.min(least, y), Infinity),
  points.reduce((most, [x]) => Math.max(most, x), -Infinity),
  points.reduce((most, [, y]) => Math.max(most, y), -Infinity),
];

export const meet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

export const samePoint = (a: PlanePoint, b: PlanePoint): boolean => a[0] === b[0] && a[1] === b[1];

export const withoutRepeats = (line: Line): Line =>
  line.filter((point, at) => at === 0 || !samePoint(point, line[at - 1] ?? point));

type Edge = { keeps: (point: PlanePoint) => boolean; cross: (a: PlanePoint, b: PlanePoint) => PlanePoint };

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

/** To whole units. Sutherland and Hodgman: pieces stay joined by the edge of the box, which a fill does not show. */
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

/** To whole units, in as many pieces as are inside. */
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
