import type { Box } from '@/lib/geography/degrees';

export const OVERSEAS_REGIONS: readonly string[] = ['guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte'];

/** From west to east; boxes in degrees. */
export const TERRITORIES_OF_FRANCE: readonly { name: string; box: Box }[] = [
  { name: 'France métropolitaine', box: [-5.3, 41.2, 9.7, 51.2] },
  { name: 'Guadeloupe', box: [-61.85, 15.8, -60.98, 16.54] },
  { name: 'Martinique', box: [-61.25, 14.37, -60.8, 14.9] },
  { name: 'Guyane', box: [-54.65, 2.1, -51.58, 5.85] },
  { name: 'La Réunion', box: [55.2, -21.41, 55.86, -20.85] },
  { name: 'Mayotte', box: [44.98, -13.03, 45.32, -12.62] },
];
