import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { departmentBounds, regionBounds } from '@/lib/geography/area-grid';
import { boxAround, insideBox } from '@/lib/geography/circle';
import { type Box, roundDegrees } from '@/lib/geography/degrees';
import { listRegions } from '@/lib/geography/queries';
import type { DirectoryFilter } from './filter';
import { setKey } from './href';
import { matching } from './matching';
import { readSet } from './read-filter';

/** European France with Corsica, in degrees. */
const FRANCE_BOX: Box = [-5.3, 41.2, 9.7, 51.2];
const LEAST_SPAN = 0.1;

const isInFrance = ([west, south, east, north]: Box) =>
  west > FRANCE_BOX[0] - 1 && south > FRANCE_BOX[1] - 1 && east < FRANCE_BOX[2] + 1 && north < FRANCE_BOX[3] + 1;

/** Those overseas are left out when any lies in European France. */
function around(boxes: readonly Box[]): Box | null {
  const european = boxes.filter(isInFrance);
  const kept = european.length > 0 ? european : boxes;
  if (kept.length === 0) return null;
  const side = (index: 0 | 1 | 2 | 3) => kept.map((box) => box[index]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** One structure has no span of its own. */
function widen([west, south, east, north]: Box): Box {
  const growX = Math.max(LEAST_SPAN - (east - west), (east - west) * 0.08) / 2;
  const growY = Math.max(LEAST_SPAN - (north - south), (north - south) * 0.08) / 2;
  return [
    roundDegrees(west - growX, 4),
    roundDegrees(south - growY, 4),
    roundDegrees(east + growX, 4),
    roundDegrees(north + growY, 4),
  ];
}

async function boxOfTerritories({ region, departement }: DirectoryFilter): Promise<Box | null> {
  const codes = (await listRegions()).filter(({ slug }) => region.includes(slug)).map(({ code }) => code);
  const boxes = departement.length > 0 ? departement.map(departmentBounds) : codes.map(regionBounds);
  const box = around(boxes.filter((bounds) => bounds !== undefined));
  return box && widen(box);
}

type ExtentRow = { west: number | null; south: number; east: number; north: number };

async function boxOfMembers(filter: DirectoryFilter): Promise<Box> {
  const set = await readSet(filter);
  const [extent] = await queryRows<ExtentRow>(sql`
    WITH member AS (
      SELECT s.longitude, s.latitude, ${insideBox(FRANCE_BOX)} AS european
      FROM structure s WHERE ${matching(set)} AND s.longitude IS NOT NULL
    )
    SELECT min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north FROM member
    WHERE european OR NOT EXISTS (SELECT 1 FROM member WHERE european)`);
  if (!extent || extent.west === null) return FRANCE_BOX;
  return widen([extent.west, extent.south, extent.east, extent.north]);
}

/** The zone or circle asked for, else the members of a text search, else the territories asked for, else France. */
export async function findExtent(filter: DirectoryFilter): Promise<Box> {
  if (filter.zone) return filter.zone;
  if (filter.near) return boxAround(filter.near, filter.near.radiusKm);
  if (filter.q) return remember(`extent ${setKey(filter)}`, () => boxOfMembers(filter));
  return (await boxOfTerritories(filter)) ?? FRANCE_BOX;
}
