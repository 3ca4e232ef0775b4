import type { AreaGrid } from '@/lib/geography/area-grid';
import type { Ring } from '@/lib/geography/clip';
import { type Countries, stitch } from './countries';
import type { Department } from './departments';
import { GRID_PER_DEGREE } from './lines';
import { departmentNames, regionNames } from './sources';

/** France in Europe and what its maps show of the neighbours, in cells of 0.05° (about 5 km). */
const [WEST, SOUTH, EAST, NORTH, STEP] = [-6, 41, 10.6, 52, 0.05];

const COUNTRY_NAMES: Record<string, string> = {
  '056': 'Belgique',
  '442': 'Luxembourg',
  '276': 'Allemagne',
  '756': 'Suisse',
  '380': 'Italie',
  '724': 'Espagne',
  '020': 'Andorre',
  '826': 'Royaume-Uni',
  '832': 'Jersey',
  '831': 'Guernesey',
  '528': 'Pays-Bas',
};

type NamedArea = { code: string; rings: Ring[] };

export function buildAreaGrid(countries: Countries, departments: Department[]): AreaGrid {
  const abroad = countries.countries
    .filter(({ id }) => id in COUNTRY_NAMES)
    .map(({ id, polygons }) => ({
      code: `pays-${id}`,
      rings: polygons.flat().map((ring) => stitch(countries.arcs, ring)),
    }));
  const areas: NamedArea[] = [
    ...abroad,
    ...departments.map(({ code, polygons }) => ({ code, rings: polygons.flat() })),
  ];
  const rows: string[] = [];
  for (let latitude = NORTH - STEP / 2; latitude > SOUTH; latitude -= STEP) rows.push(rowOf(areas, latitude));
  return {
    west: WEST,
    north: NORTH,
    step: STEP,
    rows,
    countries: Object.fromEntries(Object.entries(COUNTRY_NAMES).map(([id, name]) => [`pays-${id}`, name])),
    departmentNames: namesOf(
      departmentNames(),
      departments.map(({ code }) => code),
    ),
    regionNames: namesOf(
      regionNames(),
      departments.map(({ region }) => region),
    ),
    regionOf: Object.fromEntries(departments.map(({ code, region }) => [code, region])),
    departmentBounds: boundsBy(departments, ({ code }) => code),
    regionBounds: boundsBy(departments, ({ region }) => region),
  };
}

const namesOf = (names: Map<string, string>, codes: string[]): Record<string, string> =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, names.get(code) ?? code]));

/** Runs: code*cells, a dash for the sea. */
function rowOf(areas: NamedArea[], latitude: number): string {
  const cells = Array.from({ length: Math.round((EAST - WEST) / STEP) }, () => '-');
  for (const { code, rings } of areas) {
    const crossings = crossingsAt(rings, latitude * GRID_PER_DEGREE);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from, to] = [cellAt(crossings[at]), cellAt(crossings[at + 1])];
      for (let cell = Math.max(0, from); cell < Math.min(cells.length, to); cell += 1) cells[cell] = code;
    }
  }
  const runs: string[] = [];
  let start = 0;
  for (let cell = 1; cell <= cells.length; cell += 1) {
    if (cells[cell] === cells[start]) continue;
    runs.push(`${cells[start]}*${cell - start}`);
    start = cell;
  }
  return runs.join(' ');
}

const cellAt = (x = 0): number => Math.round((x / GRID_PER_DEGREE - WEST) / STEP);

function crossingsAt(rings: Ring[], y: number): number[] {
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).flatMap((b, at) => {
      const a = ring[at] ?? b;
      return a[1] > y === b[1] > y ? [] : [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1])];
    }),
  );
  return crossings.toSorted((a, b) => a - b);
}

function boundsBy(departments: Department[], keyOf: (department: Department) => string): AreaGrid['departmentBounds'] {
  const keys = [...new Set(departments.map(keyOf))];
  return Object.fromEntries(
    keys.map((key) => {
      const points = departments
        .filter((department) => keyOf(department) === key)
        .flatMap(({ polygons }) => polygons.flat(2));
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      return [key, bounds.map((value) => value / GRID_PER_DEGREE)];
    }),
  );
}
