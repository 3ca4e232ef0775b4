import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '@/lib/geography/clip';
import { groundWithin } from '@/lib/geography/ground';
import { mercatorX, mercatorY } from '@/lib/geography/projection';
import { SVG_WORLD } from '@/lib/geography/shapes';
import { readSvgPath, svgPath } from '@/lib/geography/svg-path';

const file = readFileSync('public/carte/fonds.svg', 'utf8');
const wholeOf = (layer: string) => new RegExp(`<path id="${layer}"[^>]* d="([^"]+)"`).exec(file)?.[1] ?? '';
const WORLD: Box = [0, 0, SVG_WORLD, SVG_WORLD];

/** 36 km wide or so. */
const around = (longitude: number, latitude: number): Box => {
  const [x, y] = [Math.round(mercatorX(longitude) * SVG_WORLD), Math.round(mercatorY(latitude) * SVG_WORLD)];
  return [x - 750, y - 600, x + 750, y + 600];
};

describe('the ground of a town', () => {
  it('is the whole map when all of it is seen', () => {
    for (const [layer, data] of Object.entries(groundWithin(WORLD))) {
      expect(data.length).toBeGreaterThan(1_000);
      expect(data).toBe(wholeOf(layer));
    }
  });

  it('lies within what is seen, for any place, and every corner of it that is seen is there', () => {
    const place = fc.tuple(
      fc.double({ min: -5.5, max: 9.8, noNaN: true }),
      fc.double({ min: 41.2, max: 51.3, noNaN: true }),
    );
    const whole = new Map(
      Object.keys(groundWithin(WORLD)).map((layer) => [
        layer,
        readSvgPath(wholeOf(layer)).flatMap(({ points }) => points),
      ]),
    );
    fc.assert(
      fc.property(place, ([longitude, latitude]) => {
        const box = around(longitude, latitude);
        for (const [layer, data] of Object.entries(groundWithin(box))) {
          const drawn = readSvgPath(data).flatMap(({ points }) => points);
          for (const [x, y] of drawn) expect(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]).toBe(true);
          const seen = new Set(drawn.map(String));
          const corners = (whole.get(layer) ?? []).filter(
            ([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3],
          );
          expect(corners.filter((corner) => !seen.has(String(corner)))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['Metz', 6.18, 49.12],
    ['Brest', -4.49, 48.39],
    ['Nice', 7.27, 43.7],
    ['Lille', 3.06, 50.63],
  ])('weighs little: %s', (_, longitude, latitude) => {
    const data = Object.values(groundWithin(around(longitude, latitude))).join('');
    expect(data).toMatch(/^M/);
    expect(data.length).toBeLessThan(1_500);
  });

  it('is only land inland', () => {
    const { terre, ...others } = groundWithin(around(2.4, 47.08));
    expect(readSvgPath(terre)).toHaveLength(1);
    expect(others.voisins + others.frontieres).toBe('');
  });
});

describe('the data of an SVG path', () => {
  it('is read as it was written', () => {
    const point = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2 }), (points) => {
        const line = points.filter((each, at) => String(each) !== String(points[at - 1]));
        const path = svgPath(line, false);
        expect(readSvgPath(path)).toEqual(line.length > 1 ? [{ points: line, closed: false }] : []);
      }),
    );
  });
});
