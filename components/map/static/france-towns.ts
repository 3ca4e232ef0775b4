import type { Town } from './map-point';

/** The largest first; each is written only where it covers nothing. */
export const FRANCE_TOWNS: Town[] = [
  { name: 'Paris', longitude: 2.347, latitude: 48.859, population: 2_104_000 },
  { name: 'Marseille', longitude: 5.376, latitude: 43.296, population: 877_000 },
  { name: 'Lyon', longitude: 4.835, latitude: 45.758, population: 520_000 },
  { name: 'Toulouse', longitude: 1.432, latitude: 43.601, population: 511_000 },
  { name: 'Nice', longitude: 7.253, latitude: 43.703, population: 353_000 },
  { name: 'Nantes', longitude: -1.548, latitude: 47.232, population: 325_000 },
  { name: 'Strasbourg', longitude: 7.768, latitude: 48.571, population: 291_000 },
  { name: 'Bordeaux', longitude: -0.587, latitude: 44.858, population: 265_000 },
  { name: 'Lille', longitude: 3.047, latitude: 50.632, population: 238_000 },
  { name: 'Rennes', longitude: -1.682, latitude: 48.115, population: 227_000 },
  { name: 'Reims', longitude: 4.041, latitude: 49.251, population: 178_000 },
  { name: 'Dijon', longitude: 5.037, latitude: 47.331, population: 160_000 },
  { name: 'Brest', longitude: -4.501, latitude: 48.4, population: 140_000 },
  { name: 'Tours', longitude: 0.696, latitude: 47.398, population: 138_000 },
  { name: 'Clermont-Ferrand', longitude: 3.115, latitude: 45.786, population: 147_000 },
  { name: 'Limoges', longitude: 1.25, latitude: 45.854, population: 130_000 },
  { name: 'Metz', longitude: 6.196, latitude: 49.108, population: 121_000 },
  { name: 'Besançon', longitude: 6.012, latitude: 47.255, population: 119_000 },
  { name: 'Caen', longitude: -0.37, latitude: 49.185, population: 108_000 },
  { name: 'Perpignan', longitude: 2.895, latitude: 42.699, population: 120_000 },
  { name: 'Pau', longitude: -0.365, latitude: 43.32, population: 79_000 },
  { name: 'Poitiers', longitude: 0.37, latitude: 46.584, population: 90_000 },
  { name: 'Ajaccio', longitude: 8.702, latitude: 41.936, population: 74_000 },
];
