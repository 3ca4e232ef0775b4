import type { Territory } from '@/lib/domain/territory';
import type { Coordinates } from '@/lib/geography/degrees';

/** A structure on a static map, placed in degrees WGS 84. `key` is its number in the list beside the map. */
export type MapPoint = Coordinates & {
  slug: string;
  name: string;
  commune: string;
  territory: Territory;
  positionPrecision: 'address' | 'commune';
  key?: number;
};

/** Lists of them begin with the largest, which finds room first. */
export type Town = Coordinates & { name: string };
