import type { Coordinates } from '@/lib/geography/degrees';

type WaterName = { text: string; kind: 'water' };

/** West, south, east, north in degrees; the first that holds a place names it. */
const SEAS: [string, number, number, number, number][] = [
  ['mer du Nord', 1.55, 50.97, 11, 56],
  ['Manche', -4.9, 48.55, 1.9, 50.97],
  ['mer Méditerranée', 2.8, 35, 11, 44.6],
  ['océan Atlantique', -20, 42, 0, 49.2],
];

/** A strait or a bay between two limits has no name. */
export function seaAt({ longitude, latitude }: Coordinates): WaterName | undefined {
  const sea = SEAS.find(
    ([, west, south, east, north]) => longitude > west && longitude < east && latitude > south && latitude < north,
  );
  return sea === undefined ? undefined : { text: sea[0], kind: 'water' };
}

export const OVERSEAS_NAMES: (Coordinates & { text: string; kind: 'water' | 'country' })[] = [
  { text: 'mer des Caraïbes', kind: 'water', longitude: -61.66, latitude: 16.45 },
  { text: 'océan Atlantique', kind: 'water', longitude: -61.14, latitude: 16.08 },
  { text: 'mer des Caraïbes', kind: 'water', longitude: -61.16, latitude: 14.56 },
  { text: 'océan Atlantique', kind: 'water', longitude: -60.9, latitude: 14.83 },
  { text: 'océan Atlantique', kind: 'water', longitude: -52.1, latitude: 5.5 },
  { text: 'Suriname', kind: 'country', longitude: -54.5, latitude: 3.0 },
  { text: 'Brésil', kind: 'country', longitude: -52.2, latitude: 2.35 },
  { text: 'océan Indien', kind: 'water', longitude: 55.33, latitude: -21.34 },
  { text: 'océan Indien', kind: 'water', longitude: 45.27, latitude: -12.94 },
];
