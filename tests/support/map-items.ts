import type { MapAnswer, MapCluster, MapSingle } from '@/lib/directory/map-item';

export const single = (id: string, longitude: number, latitude: number): MapSingle => ({
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
export const cluster = (around: string, longitude: number, latitude: number, count = 3): MapCluster => ({
  count,
  around,
  bounds: [longitude - 0.1, latitude - 0.1, longitude + 0.1, latitude + 0.1],
  longitude,
  latitude,
});
export const answer = (zoom: number, ...items: MapAnswer['items']): MapAnswer => ({
  total: items.length,
  withoutPosition: 0,
  zoom,
  items,
});
