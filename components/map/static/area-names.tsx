import { AREA_GRID_STEP, areaAt, areasWithin, countryName, SEA } from '@/lib/geography/area-grid';
import type { Coordinates } from '@/lib/geography/degrees';
import { NARROW_TEXT, overlaps, type Rectangle, textWidth } from './lettering';
import { boundsOf, type MapView, type Point, project, tenth, unproject } from './map-view';
import { OVERSEAS_NAMES, seaAt } from './water-names';

type AreaNameKind = 'water' | 'country' | 'neighbour' | 'area';
type AreaName = { text: string; kind: AreaNameKind };
/** `isRoomy`: in its larger letters too it stays in its own area, and clear. */
export type PlacedName = AreaName & { lines: string[]; x: number; y: number; box: Rectangle; isRoomy: boolean };

/** As map.css draws them. */
const LETTERING: Record<AreaNameKind, { size: number; spacing: number }> = {
  water: { size: 14, spacing: 1.7 },
  country: { size: 13, spacing: 1.6 },
  neighbour: { size: 13, spacing: 0.8 },
  area: { size: 12, spacing: 2.2 },
};
const LINE = 1.25;
const MARGIN = 8;

export type NameArea = (departmentCode: string) => AreaName | undefined;

/** Each in the widest room it has in the view and over no symbol. */
export function placeAreaNames(view: MapView, taken: Rectangle[], nameArea: NameArea): PlacedName[] {
  const placed: PlacedName[] = [];
  const place = (name: PlacedName | undefined) => {
    if (name !== undefined) placed.push(name);
  };
  const obstacles = () => [...taken, ...placed.map(({ box }) => box)];
  if (mayNameAny(view, nameArea)) {
    const mesh = meshOf(view, nameArea);
    for (const room of roomsIn(mesh)) place(widestSpot(room, mesh, view, obstacles()));
  }
  for (const { text, kind, ...at } of OVERSEAS_NAMES)
    place(spotAt({ text, kind }, project(view, at), view, obstacles()));
  return placed;
}

/** In the middle of the country a small view has nothing to name, and needs no mesh to tell. */
function mayNameAny(view: MapView, nameArea: NameArea): boolean {
  return [...areasWithin(boundsOf(view))].some((area) => area === SEA || nameOfLand(area, nameArea) !== undefined);
}

const STEP = 6;

type Mesh = { columns: number; rows: number; names: (AreaName | undefined)[] };
type Room = { name: AreaName; points: Point[] };

function nameAt(position: Coordinates, nameArea: NameArea): AreaName | undefined {
  const area = areaAt(position.longitude, position.latitude);
  return area === SEA ? seaAt(position) : nameOfLand(area, nameArea);
}

function nameOfLand(area: string | undefined, nameArea: NameArea): AreaName | undefined {
  if (area === undefined) return undefined;
  const country = countryName(area);
  return country === undefined ? nameArea(area) : { text: country, kind: 'country' };
}

/** In Web Mercator a column has one longitude and a row one latitude: each is computed once. */
function meshOf(view: MapView, nameArea: NameArea): Mesh {
  const [columns, rows] = [Math.floor(view.width / STEP) + 1, Math.floor(view.height / STEP) + 1];
  const longitudes = Array.from({ length: columns }, (_, at) => unproject(view, { x: at * STEP, y: 0 }).longitude);
  const latitudes = Array.from({ length: rows }, (_, at) => unproject(view, { x: 0, y: at * STEP }).latitude);
  const names = latitudes.flatMap((latitude) =>
    longitudes.map((longitude) => nameAt({ longitude, latitude }, nameArea)),
  );
  return { columns, rows, names };
}

function roomsIn({ columns, names }: Mesh): Room[] {
  const rooms = new Map<string, Room>();
  names.forEach((name, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    if (name === undefined || column % 2 === 1 || row % 2 === 1) return;
    const room = rooms.get(name.text) ?? { name, points: [] };
    room.points.push({ x: column * STEP, y: row * STEP });
    rooms.set(name.text, room);
  });
  return [...rooms.values()].toSorted((a, b) => b.points.length - a.points.length);
}

/** A name of several words may be broken before the last where one line has no room. */
function linesOf(text: string): string[][] {
  const words = text.split(' ');
  return words.length === 1 ? [[text]] : [[text], [words.slice(0, -1).join(' '), words.at(-1) ?? '']];
}

function boxFor(name: AreaName, lines: string[], { x, y }: Point): Rectangle {
  const { size, spacing } = LETTERING[name.kind];
  const width = Math.max(...lines.map((line) => textWidth(line, size, spacing)));
  const height = size * LINE * lines.length;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

const written = (name: AreaName, lines: string[], box: Rectangle, isRoomy: boolean): PlacedName => ({
  ...name,
  lines,
  x: box.x + box.width / 2,
  y: box.y + LETTERING[name.kind].size,
  box,
  isRoomy,
});

function enlarged({ x, y, width, height }: Rectangle): Rectangle {
  const [wider, higher] = [width * (NARROW_TEXT - 1), height * (NARROW_TEXT - 1)];
  return { x: x - wider / 2, y: y - higher / 2, width: width + wider, height: height + higher };
}

function widestSpot({ name, points }: Room, mesh: Mesh, view: MapView, obstacles: Rectangle[]): PlacedName | undefined {
  for (const lines of linesOf(name.text)) {
    const spots = points
      .map((point) => boxFor(name, lines, point))
      .filter((box) => isClear(box, view, obstacles))
      .map((box) => ({ box, freedom: freedom(box, name.text, mesh) }))
      .filter(({ freedom: free }) => free > 0);
    const best = spots.toSorted(
      (a, b) => b.freedom - a.freedom || fromCentre(a.box, view) - fromCentre(b.box, view),
    )[0];
    if (best === undefined) continue;
    const larger = enlarged(best.box);
    const isRoomy = lines.length === 1 && isClear(larger, view, obstacles) && liesIn(larger, 0, name.text, mesh);
    return written(name, lines, best.box, isRoomy);
  }
  return undefined;
}

function spotAt(name: AreaName, at: Point, view: MapView, obstacles: Rectangle[]): PlacedName | undefined {
  for (const lines of linesOf(name.text)) {
    const box = boxFor(name, lines, at);
    if (isClear(box, view, obstacles)) return written(name, lines, box, false);
  }
  return undefined;
}

const fromCentre = (box: Rectangle, view: MapView) =>
  Math.hypot(box.x + box.width / 2 - view.width / 2, box.y + box.height / 2 - view.height / 2);

function isClear(box: Rectangle, { width, height }: MapView, obstacles: Rectangle[]): boolean {
  const inside =
    box.x >= MARGIN && box.y >= MARGIN && box.x + box.width <= width - MARGIN && box.y + box.height <= height - MARGIN;
  return inside && !obstacles.some((other) => overlaps(box, other));
}

const GROWTHS = [0, 6, 12, 24, 36, 60];

/** How many times the box can grow and still lie in its own area: 0 when it does not even fit. */
function freedom(box: Rectangle, text: string, mesh: Mesh): number {
  const stops = GROWTHS.findIndex((by) => !liesIn(box, by, text, mesh));
  return stops < 0 ? GROWTHS.length : stops;
}

function liesIn(box: Rectangle, by: number, text: string, { columns, rows, names }: Mesh): boolean {
  const [left, right] = [
    Math.max(0, Math.floor((box.x - by) / STEP)),
    Math.min(columns - 1, Math.ceil((box.x + box.width + by) / STEP)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor((box.y - by) / STEP)),
    Math.min(rows - 1, Math.ceil((box.y + box.height + by) / STEP)),
  ];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (names[row * columns + column]?.text !== text) return false;
    }
  }
  return true;
}

/** A view smaller than a few cells of the lattice names nothing: it would name by chance. */
export const isNameable = (view: MapView): boolean => {
  const degrees = unproject(view, { x: view.width, y: 0 }).longitude - unproject(view, { x: 0, y: 0 }).longitude;
  return degrees > AREA_GRID_STEP * 4;
};

/** For the eye only: the text of the page says where one is. */
export function AreaNames({ names }: { names: PlacedName[] }) {
  return (
    <g aria-hidden="true">
      {names.map(({ text, kind, lines, x, y, isRoomy }) => (
        <text key={text} className={isRoomy ? `m-${kind}` : `m-${kind} m-wide`} textAnchor="middle">
          {lines.map((line, at) => (
            <tspan key={line} x={tenth(x)} y={tenth(y + at * LETTERING[kind].size * LINE)}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}
