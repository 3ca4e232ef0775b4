import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusAreas, REGION_CODES } from '@/components/map/focus-areas';
import { addressableBox, mapAddress, questionOf, withZone } from '@/components/map/live/map-query';
import { discRadius, nameOf, reachOf } from '@/components/map/live/marker-face';
import { indexAfter, intentOf } from '@/components/map/live/marker-keys';
import { nameTiles } from '@/components/map/live/name-tiles';
import { heirOf, itemHolding, itemKey, itemShowing } from '@/components/map/live/same-item';
import { TERRITORIES_OF_FRANCE } from '@/components/map/overseas';
import { cellsIn, MAX_CELLS, type MapAnswer, type MapCluster, type MapSingle } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';

const single = (id: string, longitude: number, latitude: number): MapSingle => ({
  count: 1,
  id,
  slug: id,
  name: 'La machinerie',
  commune: 'Amiens',
  territory: 'qpv',
  positionPrecision: 'commune',
  longitude,
  latitude,
});
const cluster = (around: string, longitude: number, latitude: number, count = 3): MapCluster => ({
  count,
  around,
  bounds: [longitude - 0.1, latitude - 0.1, longitude + 0.1, latitude + 0.1],
  longitude,
  latitude,
});
const answer = (zoom: number, ...items: MapAnswer['items']): MapAnswer => ({
  total: items.length,
  withoutPosition: 0,
  zoom,
  items,
});

const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  intentOf({ key: name, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

describe('a marker says what it is', () => {
  it('names a structure with its commune and its territory in words', () => {
    expect(nameOf(single('a', 2.3, 49.9))).toBe('La machinerie, Amiens, quartier prioritaire (QPV)');
  });

  it('names a cluster by its largest commune, with French elision', () => {
    expect(nameOf(cluster('Limoges', 1.2, 45.8, 12))).toBe('12 fabriques autour de Limoges');
    expect(nameOf(cluster('Amiens', 2.3, 49.9, 1250))).toBe('1\u202F250 fabriques autour d’Amiens');
    expect(nameOf(cluster('Le Mans', 0.2, 48))).toBe('3 fabriques autour du Mans');
  });

  it('grows with the number it shows, within bounds, and is never too small to hit', () => {
    expect(discRadius(4)).toBe(19);
    expect(discRadius(1_000_000)).toBe(40);
    expect(reachOf(single('a', 0, 0)) * 2).toBeGreaterThanOrEqual(28);
    expect(reachOf(cluster('Lille', 3, 50.6, 2)) * 2).toBeGreaterThanOrEqual(28);
  });
});

describe('the keys of the map', () => {
  it('walk the markers with arrows, Home and End, and stop at the ends', () => {
    expect(key('ArrowRight')).toEqual(key('ArrowDown'));
    expect(key('ArrowLeft')).toEqual(key('ArrowUp'));
    expect([indexAfter('next', 4, 5), indexAfter('previous', 0, 5)]).toEqual([4, 0]);
    expect([indexAfter('first', 3, 5), indexAfter('last', 1, 5)]).toEqual([0, 4]);
    expect([indexAfter('next', 1, 5), indexAfter('previous', 3, 5)]).toEqual([2, 2]);
  });

  it('zoom with + and −, pan with Shift and an arrow, open with Enter or Space, close with Escape', () => {
    expect([key('+', { shiftKey: true }), key('-')]).toEqual([
      { act: 'zoom', by: 1 },
      { act: 'zoom', by: -1 },
    ]);
    expect(key('ArrowUp', { shiftKey: true })).toEqual({ act: 'pan', right: 0, down: -1 });
    expect([key('Enter'), key(' '), key('Escape')]).toEqual([{ act: 'open' }, { act: 'open' }, { act: 'close' }]);
  });

  it('leave Tab and the shortcuts of browsers and readers alone', () => {
    expect([key('Tab'), key('Tab', { shiftKey: true }), key('a'), key('ArrowLeft', { altKey: true })]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([key('+', { ctrlKey: true }), key('-', { metaKey: true })]).toEqual([null, null]);
  });
});

describe('focus follows the place', () => {
  const amiens = single('amiens', 2.2958, 49.8941);
  const lille = single('lille', 3.0586, 50.6292);

  it('stays on a structure that is still shown', () => {
    expect(heirOf(amiens, answer(9, lille, amiens))).toBe(amiens);
  });

  it('goes to the cluster that took the structure in', () => {
    const around = cluster('Amiens', 2.3, 49.88);
    expect(heirOf(amiens, answer(8, cluster('Lille', 3.06, 50.63), around))).toBe(around);
  });

  it('goes to a member when a cluster splits, since finer cells lie inside coarser ones', () => {
    const parts = answer(11, single('far', 3.5, 49), single('near', 2.31, 49.881));
    expect(heirOf(cluster('Amiens', 2.3, 49.88), parts)).toBe(parts.items[1]);
  });

  it('has nowhere to go on an empty map', () => {
    expect(heirOf(amiens, answer(9))).toBeUndefined();
  });

  it('gives a structure the same key at each zoom, and a cluster another one', () => {
    const around = cluster('Amiens', 2.3, 49.88);
    expect(itemKey(amiens, 8)).toBe(itemKey(amiens, 12));
    expect(itemKey(around, 8)).not.toBe(itemKey(around, 9));
  });
});

describe('list and map point at each other', () => {
  const around = cluster('Amiens', 2.3, 49.88);
  const shown = answer(8, single('lille', 3.0586, 50.6292), around);

  it('finds a structure by its own marker, else the cluster at its position, else nothing', () => {
    expect(itemShowing(shown, 'lille', undefined)).toBe(shown.items[0]);
    expect(itemShowing(shown, 'amiens', { longitude: 2.2958, latitude: 49.8941 })).toBe(around);
    expect(itemShowing(shown, 'nowhere', undefined)).toBeUndefined();
    expect(itemHolding(shown, { longitude: -4.5, latitude: 48.4 })).toBeUndefined();
  });
});

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
