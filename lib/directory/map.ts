import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { type Box, roundDegrees } from '@/lib/geography/degrees';
import type { DirectoryFilter } from './filter';
import { setKey } from './href';
import { groupsOf, withoutPositionIn } from './map-groups';
import { answerableZoom, clampBox, isCrowded, type MapAnswer, type MapItem, type MapSingle } from './map-item';
import { matching } from './matching';
import { readSet } from './read-filter';

/** Before compression. */
const MAX_ANSWER_BYTES = 40_000;

type CellRow = Omit<MapSingle, 'count' | 'slug'> & {
  withoutPosition: number;
  count: number;
  slug: string | null;
  west: number;
  south: number;
  east: number;
  north: number;
  around: string;
};

function toItem({
  withoutPosition: _,
  count,
  around,
  west,
  south,
  east,
  north,
  longitude,
  latitude,
  slug,
  ...structure
}: CellRow): MapItem {
  const position = { longitude: roundDegrees(longitude, 5), latitude: roundDegrees(latitude, 5) };
  if (slug !== null) return { count: 1, slug, ...structure, ...position };
  return { count, around, bounds: [west, south, east, north], ...position };
}

async function readCells(filter: DirectoryFilter, box: Box, zoom: number): Promise<Omit<MapAnswer, 'zoom'>> {
  const set = await readSet(filter);
  const rows = await queryRows<CellRow>(sql`
    WITH grouped AS (
      ${groupsOf(set, box, zoom)}
    ), cell AS (
      SELECT p.cx, p.cy, sum(p.count)::int AS count,
        sum(p.longitudes) / sum(p.count) AS longitude, sum(p.latitudes) / sum(p.count) AS latitude,
        min(p.west) AS west, min(p.south) AS south, max(p.east) AS east, max(p.north) AS north,
        (array_agg(c.name ORDER BY c.population DESC NULLS LAST, c.code))[1] AS around
      FROM grouped p JOIN commune c ON c.code = p.commune_code GROUP BY 1, 2
    )
    SELECT rest.count AS "withoutPosition", cell.count, cell.longitude, cell.latitude, cell.west, cell.south, cell.east, cell.north, cell.around,
      s.id, s.slug, s.name, cell.around AS commune, s.territory, s.position_precision AS "positionPrecision"
    FROM (SELECT ${withoutPositionIn(set)} AS count) rest
    LEFT JOIN cell ON TRUE
    LEFT JOIN structure s
      ON cell.count = 1 AND s.longitude = cell.west AND s.latitude = cell.south AND ${matching(set)}
    ORDER BY cell.cy, cell.cx`);
  // Where no cell holds anything, one row still says how many have no position.
  const items = rows.filter(({ count }) => count !== null).map(toItem);
  return {
    total: items.reduce((sum, { count }) => sum + count, 0),
    withoutPosition: rows[0]?.withoutPosition ?? 0,
    items,
  };
}

/** At most 320 items and 40 kB, at the nearest coarser zoom when the box would hold more, which the answer names. */
export async function readMap(filter: DirectoryFilter, asked: Box, askedZoom: number): Promise<MapAnswer> {
  const box = clampBox(asked);
  const finest = answerableZoom(box, askedZoom);
  for (let zoom = finest; ; zoom -= 1) {
    const answer = { ...(await readCells(filter, box, zoom)), zoom };
    // Once: a coarser zoom has wider cells, of which each may well be taken.
    const mayBeCoarser = zoom === finest && isCrowded(answer.items.length, box, zoom);
    const isSmall = Buffer.byteLength(JSON.stringify(answer)) < MAX_ANSWER_BYTES;
    if (zoom === 0 || (isSmall && !mayBeCoarser)) return answer;
  }
}

/** Kept until a public table changes. */
export function locateStructures(filter: DirectoryFilter, box: Box, zoom: number): Promise<MapAnswer> {
  return remember(`map ${clampBox(box).join(',')} ${zoom} ${setKey(filter)}`, () => readMap(filter, box, zoom));
}
