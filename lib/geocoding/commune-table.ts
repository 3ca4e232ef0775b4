import { findCommune } from '@/lib/geography/queries';
import type { Geocoder } from './located';

export const communeTable: Geocoder = async ({ communeCode }) => {
  const commune = await findCommune(communeCode);
  if (commune?.longitude == null || commune.latitude === null) return null;
  const { longitude, latitude } = commune;
  return { longitude, latitude, precision: 'commune', score: 1, source: 'commune_table' };
};
