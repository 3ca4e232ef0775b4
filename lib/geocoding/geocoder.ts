import { getSettings } from '@/lib/env';
import { communeTable } from './commune-table';
import { geoplateforme } from './geoplateforme';
import type { Geocoder } from './located';

/** The geocoder of this site: the Géoplateforme when the operator named one, else the table of communes alone. */
export function getGeocoder(): Geocoder {
  const { geocoderUrl } = getSettings();
  return geocoderUrl ? geoplateforme(geocoderUrl) : communeTable;
}
