import type { Position } from 'geojson';
import type { Line, PlanePoint } from '@/lib/geography/clip';
import { mercatorX, mercatorY } from '@/lib/geography/projection';
import { decodeArea, decodeLines, type MapShapes, SVG_WORLD } from '@/lib/geography/shapes';
import { svgPath } from '@/lib/geography/svg-path';
import { GRID_PER_DEGREE } from './lines';

const toWorld = ([longitude = 0, latitude = 0]: Position): PlanePoint => [
  Math.round(mercatorX(longitude) * SVG_WORLD),
  Math.round(mercatorY(latitude) * SVG_WORLD),
];

const subpath = (positions: Position[], closed: boolean) => svgPath(positions.map(toWorld), closed);

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
