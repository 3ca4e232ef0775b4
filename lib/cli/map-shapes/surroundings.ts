import { type Box, clipLine, clipRing, type Line, type Ring } from '@/lib/geography/clip';
import { arcIndex, type Countries, type Country, isFrench, ringsOf, simplifiedArcs, stitch } from './countries';
import { GRID_PER_DEGREE, ringArea } from './lines';
import { landCoarse } from './sources';
import { worldAround } from './world-around';

/** In Europe, the Antilles, Guyane, La Réunion, Mayotte: west, south, east, north. */
const BOXES_DEGREES = [
  [-9, 38.5, 14, 54],
  [-65, 12, -58.4, 20],
  [-58.4, 0, -48, 8],
  [53, -23.5, 59.5, -18],
  [41.5, -16, 49, -10],
] as const;

const toGridBox = ([west, south, east, north]: readonly [number, number, number, number]): Box => [
  Math.round(west * GRID_PER_DEGREE),
  Math.round(south * GRID_PER_DEGREE),
  Math.round(east * GRID_PER_DEGREE),
  Math.round(north * GRID_PER_DEGREE),
];
const BOXES = BOXES_DEGREES.map(toGridBox);

/** In grid units squared (about 7 km²). */
const SMALLEST_ISLET = 800;
const SEAM = 20;
const COARSE_DETAIL = 0.4;

export type Surroundings = {
  neighbours: Ring[][];
  world: Ring[][];
  coasts: Line[];
  borders: Line[];
  frenchBorders: Line[];
};

export function buildSurroundings(countries: Countries): Surroundings {
  const neighbours = countries.countries
    .filter((country) => !isFrench(country))
    .flatMap(({ polygons }) => clipPolygons(polygons, countries.arcs, BOXES, SMALLEST_ISLET));
  const land = landCoarse();
  const coarse = simplifiedArcs(land, () => COARSE_DETAIL);
  const world = clipPolygons(
    land.objects.land.geometries.flatMap(ringsOf),
    coarse,
    worldAround(BOXES, SEAM),
    SMALLEST_ISLET * 25,
  );
  return { neighbours, world, ...linesOf(countries, neighbours) };
}

function clipPolygons(polygons: number[][][], arcs: Line[], boxes: Box[], smallest: number): Ring[][] {
  return polygons.flatMap((polygon) => {
    const rings = polygon
      .map((ring) => stitch(arcs, ring))
      .filter((ring) => ring.length > 3 && Math.abs(ringArea(ring)) >= smallest);
    return boxes.flatMap((box) => {
      const clipped = rings.map((ring) => clipRing(ring, box)).filter((ring) => ring !== undefined);
      return clipped.length > 0 ? [clipped] : [];
    });
  });
}

function linesOf(
  { arcs, countries }: Countries,
  neighbours: Ring[][],
): Pick<Surroundings, 'coasts' | 'borders' | 'frenchBorders'> {
  const owners = new Map<number, Set<Country>>();
  for (const country of countries) {
    for (const arc of country.polygons.flat(2).map(arcIndex))
      owners.set(arc, (owners.get(arc) ?? new Set()).add(country));
  }
  const drawn = new Set(neighbours.flat(2).map(String));
  const clipped = (keep: (owners: Set<Country>) => boolean) =>
    [...owners]
      .filter(([, of]) => keep(of))
      .flatMap(([arc]) => BOXES.flatMap((box) => clipLine(arcs[arc] ?? [], box)))
      .filter((line) => line.length > 3 || line.some((point) => drawn.has(String(point))));
  return {
    coasts: clipped((of) => of.size === 1),
    borders: clipped((of) => of.size > 1),
    frenchBorders: clipped((of) => of.size > 1 && [...of].some(isFrench)),
  };
}
