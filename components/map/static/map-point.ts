import type { Territory } from '@/lib/domain/territory';
import type { Place } from './map-view';

/** A structure on a static map, placed in degrees WGS 84. `key` is its number in the list beside the map. */
export type MapPoint = Place & {
  slug: string;
  name: string;
  commune: string;
  territory: Territory;
  positionPrecision: 'address' | 'commune';
  key?: number;
};

export type Town = Place & { name: string; population: number };
