import { sql } from '@/lib/database/db';
import { toUrlValue } from '@/lib/directory/filter';
import { answerableZoom, cellSize, isCrowded } from '@/lib/directory/map-item';
import { type DirectorySet, matching } from '@/lib/directory/matching';
import type { Territory } from '@/lib/domain/territory';
import { insideBox } from '@/lib/geography/circle';
import { type Box, roundDegrees } from '@/lib/geography/degrees';
import { ask } from './database';
import { readSet } from './read-set';

const MAX_BYTES = 40_000;

type Edges = { west: number; south: number; east: number; north: number };
type CellRow = Edges & {
  withoutPosition: number;
  count: number | null;
  longitude: number;
  latitude: number;
  around: string;
  slug: string | null;
  territory: Territory;
};

function toItem({ withoutPosition: _, count, around, west, south, east, north, ...cell }: CellRow) {
  const place = { longitude: roundDegrees(cell.longitude, 5), latitude: roundDegrees(cell.latitude, 5) };
  return cell.slug === null
    ? { count, around, bounds: [west, south, east, north], ...place }
    : { ...cell, count: 1, commune: around, territory: toUrlValue(cell.territory), ...place };
}

const readCells = (set: DirectorySet, box: Box, size: number) =>
  ask<CellRow>(sql`
    WITH place AS (
      SELECT floor(s.x / ${size}::float8)::int AS cx, floor(s.y / ${size}::float8)::int AS cy, s.commune_code,
        count(*)::int AS count, sum(s.longitude) AS longitudes, sum(s.latitude) AS latitudes,
        min(s.longitude) AS west, min(s.latitude) AS south, max(s.longitude) AS east, max(s.latitude) AS north
      FROM structure s WHERE ${matching(set)} AND ${insideBox(box)} GROUP BY 1, 2, 3
    ), cell AS (
      SELECT p.cx, p.cy, sum(p.count)::int AS count, sum(p.longitudes) / sum(p.count) AS longitude,
        sum(p.latitudes) / sum(p.count) AS latitude, min(p.west) AS west, min(p.south) AS south, max(p.east) AS east,
        max(p.north) AS north, (array_agg(c.name ORDER BY c.population DESC NULLS LAST, c.code))[1] AS around
      FROM place p JOIN commune c ON c.code = p.commune_code GROUP BY 1, 2
    )
    SELECT unplaced.count AS "withoutPosition", cell.count, cell.longitude, cell.latitude, cell.west, cell.south, cell.east,
      cell.north, cell.around, s.id, s.slug, s.name, s.territory, s.position_precision AS "positionPrecision"
    FROM (SELECT count(*)::int AS count FROM structure s WHERE ${matching(set)} AND s.longitude IS NULL) unplaced
    LEFT JOIN cell ON TRUE
    LEFT JOIN structure s ON cell.count = 1 AND s.longitude = cell.west AND s.latitude = cell.south AND ${matching(set)}
    ORDER BY cell.cy, cell.cx`);

export async function answerMap(query: URLSearchParams): Promise<unknown> {
  const set = await readSet(query);
  const [west = 0, south = 0, east = 0, north = 0] = (query.get('bbox') ?? '').split(',').map(Number);
  const box: Box = [west, south, east, north];
  const finest = answerableZoom(box, Number(query.get('zoom')));
  for (let zoom = finest; ; zoom -= 1) {
    const rows = await readCells(set, box, cellSize(zoom));
    const items = rows.filter(({ count }) => count !== null).map(toItem);
    const total = items.reduce((sum, { count }) => sum + (count ?? 0), 0);
    const answer = { total, withoutPosition: rows[0]?.withoutPosition ?? 0, items, zoom };
    const mayBeCoarser = zoom === finest && isCrowded(items.length, box, zoom);
    if (zoom === 0 || (Buffer.byteLength(JSON.stringify(answer)) < MAX_BYTES && !mayBeCoarser)) return answer;
  }
}
