import { getSettings } from '@/lib/env';
import { communeTable } from './commune-table';
import { geoplateforme } from './geoplateforme';
import type { Geocoder } from './located';

export function getGeocoder(): Geocoder {
  const { geocoderUrl } = getSettings();
  return geocoderUrl ? geoplateforme(geocoderUrl) : communeTable;
}
