import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMapFiles } from '@/lib/cli/map-shapes/build';
import { type Prefecture, prefectures } from '@/lib/cli/map-shapes/sources';
import { decodeArea, decodeLines, type MapShapes } from '@/lib/geography/shapes';

const committed = (name: string) => readFileSync(path.join(process.cwd(), name), 'utf8');
const shapes: MapShapes = JSON.parse(committed('public/carte/fonds.json'));
const names = Object.keys(shapes.areas);
const codesOf = (prefix: string) =>
  names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));

/** Even-odd test, written apart from the one that built the files. */
function holds(name: string, [x = 0, y = 0]: Position): boolean {
  const rings = decodeArea(shapes, name).coordinates.flat();
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).filter(([bx = 0, by = 0], at) => {
      const [ax = 0, ay = 0] = ring[at] ?? [];
      return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay);
    }),
  );
  return crossings.length % 2 === 1;
}

/** The centre of Basse-Terre stands on the shore, a few hundred metres off the coast of the source. */
const ON_THE_SHORE = '971';

/** Degrees to the nearest corner of the shape. */
function degreesFrom(name: string, [x = 0, y = 0]: Position): number {
  const corners = decodeArea(shapes, name).coordinates.flat(2);
  return Math.min(...corners.map(([cx = 0, cy = 0]) => Math.hypot((cx - x) * Math.cos((y * Math.PI) / 180), cy - y)));
}

const seats: Prefecture[] = prefectures();

describe('the shapes of the maps', () => {
  it('hold the 101 départements, each under its INSEE code', () => {
    const codes = codesOf('departement-').filter((code) => code !== '977' && code !== '978');
    expect(codes).toHaveLength(101);
    expect(codes.toSorted()).toEqual(seats.map(({ department }) => department).toSorted());
  });

  it('hold the 18 régions, and Saint-Martin and Saint-Barthélemy beside them', () => {
    const codes = codesOf('region-').filter((code) => code !== '977' && code !== '978');
    expect(codes).toHaveLength(18);
    expect(names).toEqual(expect.arrayContaining(['region-977', 'region-978', 'departement-978']));
  });

  it.each(seats.map((seat) => [seat.department, seat] as const))(
    'put the préfecture of %s inside its outline',
    (code, seat) => {
      const name = `departement-${code}`;
      expect(holds(name, seat.position) || (code === ON_THE_SHORE && degreesFrom(name, seat.position) < 0.03)).toBe(
        true,
      );
      const others = codesOf('departement-').filter((other) => other !== code);
      expect(others.filter((other) => holds(`departement-${other}`, seat.position))).toEqual([]);
    },
  );

  it('keep in each région the préfectures of its départements and no other', () => {
    const strangers = codesOf('region-').flatMap((region) =>
      seats.filter((seat) => seat.region !== region && holds(`region-${region}`, seat.position)),
    );
    expect(strangers).toEqual([]);
    const lost = seats.filter(({ region, position }) => !holds(`region-${region}`, position));
    expect(lost.map(({ department }) => department)).toEqual([ON_THE_SHORE]);
  });

  it('draw the Dutch half of the island of Saint-Martin as land', () => {
    // Cul de Sac, inland on the Dutch side, and the sea off Philipsburg.
    expect(holds('voisins', [-63.055, 18.045])).toBe(true);
    expect(holds('region-978', [-63.055, 18.045])).toBe(false);
    expect(holds('voisins', [-63.05, 17.98])).toBe(false);
  });

  it('close every ring', () => {
    const open = names.filter((name) =>
      decodeArea(shapes, name)
        .coordinates.flat()
        .some((ring) => ring.length < 4 || String(ring[0]) !== String(ring.at(-1))),
    );
    expect(open).toEqual([]);
  });

  it('draw inner lines between régions and between départements', () => {
    expect(decodeLines(shapes, 'limites-regions').coordinates.length).toBeGreaterThan(20);
    expect(decodeLines(shapes, 'limites-departements').coordinates.length).toBeGreaterThan(60);
    expect(decodeLines(shapes, 'unknown').coordinates).toEqual([]);
  });
});

describe('the committed map files', () => {
  let built: Record<string, string> = {};
  beforeAll(() => {
    built = buildMapFiles();
  }, 60_000);

  it.each([
    'public/carte/fonds.svg',
    'public/carte/departements.svg',
    'public/carte/fonds.json',
    'lib/geography/area-grid.json',
  ])('%s is what the script draws today', (name) => {
    expect(built[name] === committed(name)).toBe(true);
  });

  it('give each shape one address', () => {
    const ids = [
      ...`${built['public/carte/fonds.svg']}${built['public/carte/departements.svg']}`.matchAll(/ id="([^"]+)"/g),
    ].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['terre', 'voisins', 'frontieres', 'region-32', 'departement-59', 'departement-2A']),
    );
  });
});
