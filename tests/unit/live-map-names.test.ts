import { describe, expect, it } from 'vitest';
import { layOutNames, type NamedTown } from '@/components/map/live/name-layout';

/** A hundred pixels a degree, from the top left corner. */
const view = {
  width: 600,
  height: 600,
  toPoint: ({ longitude, latitude }: { longitude: number; latitude: number }) => ({
    x: longitude * 100,
    y: latitude * 100,
  }),
};
const town = (name: string, longitude: number, latitude: number, population = 1000): NamedTown => ({
  name,
  longitude,
  latitude,
  population,
});
const nothing = { towns: [], wide: [], discs: [], controls: [] };
const texts = (things: Partial<Parameters<typeof layOutNames>[1]>) =>
  layOutNames(view, { ...nothing, ...things }).map(({ text }) => text);

describe('names on the live map', () => {
  it('are those of the larger towns: a suburb close to one is left out', () => {
    expect(texts({ towns: [town('Paris', 3, 3), town('Montreuil', 3.2, 3.1), town('Meaux', 4.5, 3)] })).toEqual([
      'Paris',
      'Meaux',
    ]);
  });

  it('stand beside a marker that covers their town, which then needs no dot', () => {
    const [name] = layOutNames(view, {
      ...nothing,
      towns: [town('Lille', 3, 3)],
      discs: [{ x: 302, y: 301, radius: 20 }],
    });
    expect(name?.dot).toBeNull();
    expect(name && Math.hypot(name.x - 302, name.y - 301)).toBeGreaterThan(20);
  });

  it('cover no control and no other name, and are left out where there is no room', () => {
    const everywhere = { x: 0, y: 0, width: 600, height: 600 };
    expect(texts({ towns: [town('Lille', 3, 3)], controls: [everywhere] })).toEqual([]);
  });

  it('outside the view are not written', () => {
    expect(texts({ towns: [town('Brest', 9, 9)] })).toEqual([]);
  });

  it('of a sea are written at the first of its places that is in view and free', () => {
    const sea = {
      text: 'Manche',
      kind: 'water' as const,
      spots: [
        { longitude: 9, latitude: 9 },
        { longitude: 3, latitude: 3 },
      ],
    };
    expect(texts({ wide: [sea] })).toEqual(['Manche']);
    expect(texts({ wide: [sea], towns: [town('Cherbourg', 3, 3.02)] })).toEqual(['Cherbourg']);
  });
});
