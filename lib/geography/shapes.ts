import type { MultiLineString, MultiPolygon, Position } from 'geojson';

/** One element per id, referenced from each page and never repeated in it. */
export const SHAPES_SVG = '/carte/fonds.svg';
const DEPARTMENTS_SVG = '/carte/departements.svg';
export const SHAPES_JSON = '/carte/fonds.json';

/** Web Mercator: the whole world is a square of this side, small enough for exact 32-bit floats. */
export const SVG_WORLD = 2 ** 20;

/** `frontieres` are those of France in the SVG, all of them in the JSON. */
export type GroundLayer = 'terre' | 'voisins' | 'frontieres' | 'limites-departements' | 'limites-regions';

export const layerHref = (layer: GroundLayer): string => `${SHAPES_SVG}#${layer}`;
/** COG code (or 977, 978). */
export const regionShapeHref = (code: string): string => `${SHAPES_SVG}#region-${code}`;
/** COG code (or 977, 978). */
export const departmentShapeHref = (code: string): string => `${DEPARTMENTS_SVG}#departement-${code}`;

/**
 * Lines are arcs: first point, then steps, in thousandths of a degree (longitude, latitude…); a negative index `i` is arc
 * `~i` backwards. `areas` holds `terre`, `voisins`, `monde` (coarse), `region-32`, `departement-59`…; `lines` holds
 * `littoral`, `frontieres`, `limites-departements`, `limites-regions` (inner lines only, each drawn once).
 */
export type MapShapes = {
  unitsPerDegree: number;
  arcs: number[][];
  areas: Record<string, number[][][]>;
  lines: Record<string, number[][]>;
};

function arcPoints({ arcs, unitsPerDegree }: MapShapes, signed: number): Position[] {
  const steps = arcs[signed < 0 ? ~signed : signed] ?? [];
  const points: Position[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    points.push([x / unitsPerDegree, y / unitsPerDegree]);
  }
  return signed < 0 ? points.toReversed() : points;
}

const joinArcs = (shapes: MapShapes, chain: number[]): Position[] =>
  chain.flatMap((signed, at) => arcPoints(shapes, signed).slice(at === 0 ? 0 : 1));

/** An area of the JSON file in degrees (GeoJSON order); an unknown name gives an empty area. */
export function decodeArea(shapes: MapShapes, name: string): MultiPolygon {
  const polygons = shapes.areas[name] ?? [];
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => joinArcs(shapes, ring))) };
}

/** Lines of the JSON file in degrees (GeoJSON order); an unknown name gives none. */
export function decodeLines(shapes: MapShapes, name: string): MultiLineString {
  return { type: 'MultiLineString', coordinates: (shapes.lines[name] ?? []).map((chain) => joinArcs(shapes, chain)) };
}
