import type { Position } from 'geojson';
import { mercatorX, mercatorY } from '@/lib/geography/projection';
import { decodeArea, decodeLines, type MapShapes, SVG_WORLD } from '@/lib/geography/shapes';
import { GRID_PER_DEGREE, type Line } from './lines';

type WorldPoint = [number, number];

const toWorld = ([longitude = 0, latitude = 0]: Position): WorldPoint => [
  Math.round(mercatorX(longitude) * SVG_WORLD),
  Math.round(mercatorY(latitude) * SVG_WORLD),
];

const isMove = ([dx, dy]: WorldPoint) => dx !== 0 || dy !== 0;

/** A minus sign is separator enough. */
function steps(points: WorldPoint[]): string {
  const moves = points
    .slice(1)
    .map((point, at): WorldPoint => [point[0] - (points[at]?.[0] ?? 0), point[1] - (points[at]?.[1] ?? 0)]);
  return moves
    .filter(isMove)
    .flat()
    .map((number, at) => (number < 0 || at === 0 ? String(number) : ` ${number}`))
    .join('');
}

function subpath(positions: Position[], closed: boolean): string {
  const points = positions.map(toWorld);
  const drawn = steps(closed ? points.slice(0, -1) : points);
  return drawn === '' ? '' : `M${(points[0] ?? []).join(' ')}l${drawn}${closed ? 'z' : ''}`;
}

function path(id: string, data: string): string {
  return `<path id="${id}" vector-effect="non-scaling-stroke" d="${data}"/>`;
}

const areaPath = (shapes: MapShapes, name: string) =>
  path(
    name,
    decodeArea(shapes, name)
      .coordinates.flat()
      .map((ring) => subpath(ring, true))
      .join(''),
  );

const linePath = (id: string, all: Position[][]) => path(id, all.map((line) => subpath(line, false)).join(''));

const toDegrees = (line: Line): Position[] => line.map(([x, y]) => [x / GRID_PER_DEGREE, y / GRID_PER_DEGREE]);

const svgFile = (paths: string[]) => `<svg xmlns="http://www.w3.org/2000/svg">\n${paths.join('\n')}\n</svg>\n`;

const namesOf = (shapes: MapShapes, prefix: string) =>
  Object.keys(shapes.areas).filter((name) => name.startsWith(prefix));

/** Colours come from the page, on each <use>. */
export const groundFile = (shapes: MapShapes, frenchBorders: Line[]): string =>
  svgFile([
    areaPath(shapes, 'voisins'),
    areaPath(shapes, 'terre'),
    linePath('frontieres', frenchBorders.map(toDegrees)),
    linePath('limites-departements', decodeLines(shapes, 'limites-departements').coordinates),
    linePath('limites-regions', decodeLines(shapes, 'limites-regions').coordinates),
    ...namesOf(shapes, 'region-').map((name) => areaPath(shapes, name)),
  ]);

export const departmentsFile = (shapes: MapShapes): string =>
  svgFile(namesOf(shapes, 'departement-').map((name) => areaPath(shapes, name)));
