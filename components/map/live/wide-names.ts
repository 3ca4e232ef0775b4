import type { Coordinates } from '@/lib/geography/degrees';

export type WideName = { text: string; kind: 'water' | 'country'; spots: Coordinates[] };

type Spots = [longitude: number, latitude: number][];

const at = (text: string, kind: WideName['kind'], spots: Spots): WideName => ({
  text,
  kind,
  spots: spots.map(([longitude, latitude]) => ({ longitude, latitude })),
});

/** The places where a name may stand, the best first: one of them is in most views. */
export const WIDE_NAMES: readonly WideName[] = [
  at('mer du Nord', 'water', [
    [2.3, 51.45],
    [2, 51.2],
    [3.2, 52.3],
  ]),
  at('Manche', 'water', [
    [-1.5, 50],
    [-3.2, 49.4],
    [0.3, 50.2],
    [-0.6, 49.8],
  ]),
  at('océan Atlantique', 'water', [
    [-4.6, 46.2],
    [-3, 45],
    [-2.7, 46.6],
    [-6.5, 47.5],
  ]),
  at('mer Méditerranée', 'water', [
    [5.6, 42.5],
    [4.3, 42.9],
    [7.3, 42.9],
    [6.9, 42.2],
  ]),
  at('Belgique', 'country', [
    [4.6, 50.65],
    [3.5, 50.95],
    [5.4, 50.2],
    [4.2, 51.1],
  ]),
  at('Allemagne', 'country', [
    [7.9, 49.9],
    [8.5, 48.7],
    [7.2, 50.3],
    [8.3, 48.1],
  ]),
  at('Suisse', 'country', [
    [7.8, 46.8],
    [7, 46.7],
    [8.4, 47.2],
  ]),
  at('Italie', 'country', [
    [8.2, 45.2],
    [7.7, 44.6],
    [7.6, 45.4],
  ]),
  at('Espagne', 'country', [
    [-1.6, 42.4],
    [1.2, 41.9],
    [-2.5, 42.9],
    [0.2, 42.2],
  ]),
  at('Royaume-Uni', 'country', [
    [-1.4, 51.3],
    [0.4, 51.15],
    [-3.6, 50.8],
  ]),
  at('mer des Caraïbes', 'water', [
    [-62.02, 15.93],
    [-61.34, 14.62],
  ]),
  at('océan Atlantique', 'water', [
    [-61, 16.48],
    [-60.72, 14.84],
    [-51.9, 5.6],
  ]),
  at('Suriname', 'country', [[-55, 3.9]]),
  at('Brésil', 'country', [
    [-52.9, 1.95],
    [-51.35, 3.2],
  ]),
  at('océan Indien', 'water', [
    [55.42, -21.42],
    [45.22, -13.03],
  ]),
];
