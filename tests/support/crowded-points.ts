import type { MapPoint } from '@/components/map/static/map-point';

const TERRITORIES = ['qpv', 'rural', 'unknown'] as const;

/** Real prefectures would say little: a lattice with crowds at Paris and Lyon, and some overseas. */
const crowd = (longitude: number, latitude: number, count: number, name: string): MapPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    slug: `${name}-${at}`,
    name: `${name} ${at}`,
    commune: name,
    longitude,
    latitude,
    territory: TERRITORIES[at % 3] ?? 'unknown',
    positionPrecision: 'commune',
    key: at + 1,
  }));

export const points = [
  ...crowd(2.35, 48.86, 40, 'Paris'),
  ...crowd(4.84, 45.76, 20, 'Lyon'),
  ...crowd(55.45, -20.9, 3, 'Saint-Denis'),
  ...crowd(-63.08, 18.07, 1, 'Saint-Martin'),
];
