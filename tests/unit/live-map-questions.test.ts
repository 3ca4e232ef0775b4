import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressableBox, mapAddress, questionOf, withZone } from '@/components/map/live/map-query';
import { nameTiles } from '@/components/map/live/name-tiles';
import { TERRITORIES_OF_FRANCE } from '@/components/map/overseas';
import { focusAreas, REGION_CODES } from '@/components/map/static/focus-areas';
import { cellsIn, MAX_CELLS } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

describe('what the map asks', () => {
  const france: Box = [-5.3, 41.2, 9.7, 51.2];

  it('asks whole cells, the same for a view moved by a few pixels', () => {
    const moved: Box = [-5.3001, 41.2001, 9.6999, 51.2001];
    expect(questionOf(moved, 5.75)).toEqual(questionOf(france, 5.75));
  });

  it('never asks for more cells than one answer may hold, whatever the screen, and always holds the view', () => {
    fc.assert(
      fc.property(
        fc.tuple(degrees(180), degrees(84), degrees(180), degrees(84)),
        fc.double({ min: 3, max: 18, noNaN: true }),
        ([x, y, x2, y2], mapZoom) => {
          const view: Box = [Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)];
          const { box, zoom } = questionOf(view, mapZoom);
          expect(Number.isInteger(zoom) && zoom <= mapZoom).toBe(true);
          expect(zoom === 0 || cellsIn(box, zoom) <= MAX_CELLS).toBe(true);
          expect(box[0]).toBeLessThanOrEqual(view[0] + 1e-4);
          expect(box[2]).toBeGreaterThanOrEqual(view[2] - 1e-4);
        },
      ),
    );
  });

  it('keeps the filter in the address of its question', () => {
    const question = { box: [1, 49, 5, 51] as const, zoom: 8 };
    expect(mapAddress('region=hauts-de-france', question)).toBe(
      '/api/v1/carte?region=hauts-de-france&bbox=1,49,5,51&zoom=8',
    );
    expect(mapAddress('', question)).toBe('/api/v1/carte?bbox=1,49,5,51&zoom=8');
  });

  it('replaces the zone of a filter, with keys in order and no page', () => {
    expect(withZone('page=3&region=bretagne&zone=0,0,1,1', [2.3, 48.8, 2.4, 48.9])).toBe(
      'region=bretagne&zone=2.3,48.8,2.4,48.9',
    );
    expect(withZone('', [2.3, 48.8, 2.4, 48.9])).toBe('zone=2.3,48.8,2.4,48.9');
    expect(withZone('vague=vague-1', [1, 2, 3, 4])).toBe('vague=vague-1&zone=1,2,3,4');
  });

  it('writes a box with four decimals that still holds the whole view', () => {
    expect(addressableBox([2.30005, 48.80004, 2.40006, 48.90001])).toEqual([2.3, 48.8, 2.4001, 48.9001]);
    const [west, south, east, north] = addressableBox([3.05725, 50.6292, 3.05725, 50.6292], 0.000_05);
    expect([west < 3.05725, south < 50.6292, east > 3.05725, north > 50.6292]).toEqual([true, true, true, true]);
    expect(east - west).toBeLessThan(0.0003);
  });

  it('asks the names of a view in a few squares that cover it', () => {
    const squares = nameTiles(france, 5.5);
    expect(squares.length).toBeGreaterThan(0);
    expect(squares.length).toBeLessThanOrEqual(16);
    expect(Math.min(...squares.map(([west]) => west))).toBeLessThanOrEqual(france[0]);
    expect(Math.max(...squares.map(([, , , north]) => north))).toBeGreaterThanOrEqual(france[3]);
    for (const [west, south, east, north] of squares) expect(west < east && south < north).toBe(true);
  });
});

describe('the territories of the map', () => {
  const { areas }: { areas: Record<string, unknown> } = JSON.parse(readFileSync('public/carte/fonds.json', 'utf8'));

  it('are France and its five overseas départements', () => {
    expect(TERRITORIES_OF_FRANCE.map(({ name }) => name)).toEqual([
      'France métropolitaine',
      'Guadeloupe',
      'Martinique',
      'Guyane',
      'La Réunion',
      'Mayotte',
    ]);
  });

  it('have an outline for each région of an address, and each outline an address', () => {
    const outlines = Object.keys(areas).filter((name) => name.startsWith('region-'));
    expect(
      Object.keys(REGION_CODES)
        .flatMap((slug) => focusAreas(`region=${slug}`))
        .map(({ level, code }) => `${level}-${code}`)
        .toSorted(),
    ).toEqual(outlines.toSorted());
  });

  it('are those of the filter: its départements, else its régions, else none', () => {
    expect(focusAreas('departement=59&departement=62&region=hauts-de-france')).toEqual([
      { level: 'departement', code: '59' },
      { level: 'departement', code: '62' },
    ]);
    expect(focusAreas('q=pop&region=bretagne')).toEqual([{ level: 'region', code: '53' }]);
    expect(focusAreas('region=atlantide')).toEqual([]);
    expect('departement-59' in areas).toBe(true);
  });
});
