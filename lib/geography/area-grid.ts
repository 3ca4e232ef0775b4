import grid from './area-grid.json';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** A lattice of France and its surroundings, written by the map-shapes script: which area holds each cell. */
export type AreaGrid = {
  west: number;
  north: number;
  step: number;
  /** From north to south; runs « code*cells », a dash for the sea. */
  rows: string[];
  /** Area code of a neighbouring country → its French name. */
  countries: Record<string, string>;
  /** COG code → official name. */
  departmentNames: Record<string, string>;
  regionNames: Record<string, string>;
  /** Département code → région code. */
  regionOf: Record<string, string>;
  departmentBounds: Record<string, number[]>;
  regionBounds: Record<string, number[]>;
};

const shared: AreaGrid = grid;

const cells = shared.rows.map((row) =>
  row.split(' ').flatMap((run) => {
    const [code = '-', length = '1'] = run.split('*');
    return Array.from({ length: Number(length) }, () => code);
  }),
);

/** Spacing of the lattice in degrees: a finer question gets no finer answer. */
export const AREA_GRID_STEP = shared.step;

/** Code of the département or neighbouring country (`pays-056`) at a place, `-` for the sea, undefined outside the lattice. */
export function areaAt(longitude: number, latitude: number): string | undefined {
  const row = cells[Math.floor((shared.north - latitude) / shared.step)];
  return row?.[Math.floor((longitude - shared.west) / shared.step)];
}

/** French name of a neighbouring country by its area code; undefined for anything else. */
export const countryName = (area: string): string | undefined => shared.countries[area];

/** Official name of a département by its code; undefined for anything else. */
export const departmentName = (code: string): string | undefined => shared.departmentNames[code];

/** Official name of a région by its code; undefined for anything else. */
export const regionName = (code: string): string | undefined => shared.regionNames[code];

/** Région code of a département code; undefined for anything else. */
export const regionOfArea = (area: string): string | undefined => shared.regionOf[area];

const asBounds = (values: number[] | undefined): Bounds | undefined => {
  const [west, south, east, north] = values ?? [];
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? undefined
    : [west, south, east, north];
};

/** The box of a région's outline, in degrees; undefined for a code that has no outline. */
export const regionBounds = (code: string): Bounds | undefined => asBounds(shared.regionBounds[code]);

/** The box of a département's outline, in degrees; undefined for a code that has no outline. */
export const departmentBounds = (code: string): Bounds | undefined => asBounds(shared.departmentBounds[code]);
