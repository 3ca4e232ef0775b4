import grid from './area-grid.json';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** Written by the map-shapes script. */
export type AreaGrid = {
  west: number;
  north: number;
  step: number;
  /** From north to south; runs « code*cells », a dash for the sea. */
  rows: string[];
  /** By area code. */
  countries: Record<string, string>;
  departmentNames: Record<string, string>;
  regionNames: Record<string, string>;
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

/** Degrees: a finer question gets no finer answer. */
export const AREA_GRID_STEP = shared.step;

export const SEA = '-';

const rowAt = (latitude: number) => Math.floor((shared.north - latitude) / shared.step);
const columnAt = (longitude: number) => Math.floor((longitude - shared.west) / shared.step);

/** `59`, `pays-056` for a neighbouring country, SEA, undefined outside the lattice. */
export const areaAt = (longitude: number, latitude: number): string | undefined =>
  cells[rowAt(latitude)]?.[columnAt(longitude)];

/** What `areaAt` says in these bounds, without repeats. */
export function areasWithin([west, south, east, north]: Bounds): Set<string | undefined> {
  const areas = new Set<string | undefined>();
  for (let row = rowAt(north); row <= rowAt(south); row += 1)
    for (let column = columnAt(west); column <= columnAt(east); column += 1) areas.add(cells[row]?.[column]);
  return areas;
}

export const countryName = (area: string): string | undefined => shared.countries[area];

export const departmentName = (code: string): string | undefined => shared.departmentNames[code];

export const regionName = (code: string): string | undefined => shared.regionNames[code];

export const regionOfArea = (area: string): string | undefined => shared.regionOf[area];

const asBounds = (values: number[] | undefined): Bounds | undefined => {
  const [west, south, east, north] = values ?? [];
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? undefined
    : [west, south, east, north];
};

/** Undefined for a code that has no outline. */
export const regionBounds = (code: string): Bounds | undefined => asBounds(shared.regionBounds[code]);

/** Undefined for a code that has no outline. */
export const departmentBounds = (code: string): Bounds | undefined => asBounds(shared.departmentBounds[code]);
