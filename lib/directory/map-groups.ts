import { type Sql, sql } from '@/lib/database/db';
import { isPublic } from '@/lib/domain/state-conditions';
import { insideBox } from '@/lib/geography/circle';
import type { Box } from '@/lib/geography/degrees';
import { cellSize } from './map-item';
import { type DirectorySet, isCounted, isCountedIn, matching, matchingFacets } from './matching';

/** Of the rows that triggers keep ready (prisma/migrations/20261125040000_place_tally). */
const TALLY_ZOOM = 7;

const isTallied = (set: DirectorySet, zoom: number): boolean => isCounted(set) && zoom <= TALLY_ZOOM;

const cellsOf = (zoom: number): Sql => {
  const size = cellSize(zoom);
  return sql`floor(s.x / ${size}::float8)::int AS cx, floor(s.y / ${size}::float8)::int AS cy`;
};

const countedAnew = (zoom: number, from: Sql): Sql => sql`
  SELECT ${cellsOf(zoom)}, s.commune_code, count(*)::int AS count,
    sum(s.longitude) AS longitudes, sum(s.latitude) AS latitudes,
    min(s.longitude) AS west, min(s.latitude) AS south, max(s.longitude) AS east, max(s.latitude) AS north
  FROM ${from} GROUP BY 1, 2, 3`;

/** Groups inside the box are taken as counted; of those that its edge cuts, each structure is looked at. */
function talliedGroups({ filter }: DirectorySet, box: Box, zoom: number): Sql {
  const [west, south, east, north] = box;
  const isInside = sql`(s.west >= ${west} AND s.south >= ${south} AND s.east <= ${east} AND s.north <= ${north})`;
  const isTouched = sql`(s.west <= ${east} AND s.south <= ${north} AND s.east >= ${west} AND s.north >= ${south})`;
  const coarser = 2 ** (TALLY_ZOOM - zoom);
  return sql`
    SELECT floor(s.cell_x / ${coarser}::float8)::int AS cx, floor(s.cell_y / ${coarser}::float8)::int AS cy, s.commune_code,
      s.structures AS count, s.longitudes, s.latitudes, s.west, s.south, s.east, s.north
    FROM structure_place_tally s WHERE ${isInside} AND ${matchingFacets(filter)}
    UNION ALL
    ${countedAnew(
      zoom,
      sql`(SELECT s.* FROM structure_place_tally s WHERE ${isTouched} AND NOT ${isInside} AND ${matchingFacets(filter)}) t
        CROSS JOIN LATERAL (
          SELECT s.* FROM structure s
          WHERE ${isCountedIn}
            AND floor(s.x / ${cellSize(TALLY_ZOOM)}::float8) = t.cell_x AND floor(s.y / ${cellSize(TALLY_ZOOM)}::float8) = t.cell_y
            AND ${insideBox(box)} AND ${isPublic}
          OFFSET 0
        ) s`,
    )}`;
}

/** No group reaches over a cell of the zoom: `cx`, `cy`, `commune_code` (the most populous), `count`, sums and bounds of degrees. */
export const groupsOf = (set: DirectorySet, box: Box, zoom: number): Sql =>
  isTallied(set, zoom)
    ? talliedGroups(set, box, zoom)
    : countedAnew(zoom, sql`structure s WHERE ${matching(set)} AND ${insideBox(box)}`);

/** One value. */
export const withoutPositionIn = (set: DirectorySet): Sql =>
  isCounted(set)
    ? sql`(
        (SELECT coalesce(sum(s.structures), 0) FROM structure_tally s WHERE ${matchingFacets(set.filter)})
        - (SELECT coalesce(sum(s.structures), 0) FROM structure_place_tally s WHERE ${matchingFacets(set.filter)}))::int`
    : sql`(SELECT count(*)::int FROM structure s WHERE ${matching(set)} AND s.longitude IS NULL)`;
