import { typeset } from '@/lib/french/typography';
import { listTowns, type Town } from '@/lib/geography/commune-search';
import { listNearest, type Nearby } from './nearest';
import type { StructureRecord } from './record';
import { toShownNeighbour } from './shown-record';

/** Half the width of the small map of a record in degrees of latitude: about 20 km, and 80 where communes are rare. */
const REACHES_DEGREES = [0.18, 0.72] as const;
const ENOUGH_TOWNS = 3;
const MOST_TOWNS = 24;

async function readTowns(longitude: number, latitude: number): Promise<Town[]> {
  let towns: Town[] = [];
  for (const reach of REACHES_DEGREES) {
    const east = reach / Math.cos((latitude * Math.PI) / 180);
    towns = await listTowns([longitude - east, latitude - reach, longitude + east, latitude + reach], MOST_TOWNS);
    if (towns.length >= ENOUGH_TOWNS) break;
  }
  return towns;
}

export type Surroundings = { nearby: Nearby; towns: Town[] };

export async function readSurroundings(record: StructureRecord): Promise<Surroundings> {
  const { longitude, latitude } = record;
  const isLocated = longitude !== null && latitude !== null;
  const [nearby, towns] = await Promise.all([
    listNearest(record),
    isLocated ? readTowns(longitude, latitude) : Promise.resolve([]),
  ]);
  return {
    nearby: { ...nearby, structures: nearby.structures.map(toShownNeighbour) },
    towns: towns.map((town) => ({ ...town, name: typeset(town.name) })),
  };
}
