import { describe, expect, it } from 'vitest';
import { discRadius, nameOf, reachOf } from '@/components/map/live/marker-face';
import { indexAfter, intentOf } from '@/components/map/live/marker-keys';
import { heirOf, itemHolding, itemKey, itemShowing } from '@/components/map/live/same-item';
import { answer, cluster, single } from '@/tests/support/map-items';

const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  intentOf({ key: name, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

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
