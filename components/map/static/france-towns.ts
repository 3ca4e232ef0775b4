import type { Town } from './map-point';

/** Each is written only where it covers nothing. */
export const FRANCE_TOWNS: Town[] = [
  { name: 'Paris', longitude: 2.347, latitude: 48.859 },
  { name: 'Marseille', longitude: 5.376, latitude: 43.296 },
  { name: 'Lyon', longitude: 4.835, latitude: 45.758 },
  { name: 'Toulouse', longitude: 1.432, latitude: 43.601 },
  { name: 'Nice', longitude: 7.253, latitude: 43.703 },
  { name: 'Nantes', longitude: -1.548, latitude: 47.232 },
  { name: 'Strasbourg', longitude: 7.768, latitude: 48.571 },
  { name: 'Bordeaux', longitude: -0.587, latitude: 44.858 },
  { name: 'Lille', longitude: 3.047, latitude: 50.632 },
  { name: 'Rennes', longitude: -1.682, latitude: 48.115 },
  { name: 'Reims', longitude: 4.041, latitude: 49.251 },
  { name: 'Dijon', longitude: 5.037, latitude: 47.331 },
  { name: 'Clermont-Ferrand', longitude: 3.115, latitude: 45.786 },
  { name: 'Brest', longitude: -4.501, latitude: 48.4 },
  { name: 'Tours', longitude: 0.696, latitude: 47.398 },
  { name: 'Limoges', longitude: 1.25, latitude: 45.854 },
  { name: 'Metz', longitude: 6.196, latitude: 49.108 },
  { name: 'Perpignan', longitude: 2.895, latitude: 42.699 },
  { name: 'Besançon', longitude: 6.012, latitude: 47.255 },
  { name: 'Caen', longitude: -0.37, latitude: 49.185 },
  { name: 'Poitiers', longitude: 0.37, latitude: 46.584 },
  { name: 'Pau', longitude: -0.365, latitude: 43.32 },
  { name: 'Ajaccio', longitude: 8.702, latitude: 41.936 },
];
