import { answerableZoom, cellSize, isCrowded } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';
import { awardCondition, insideBox, joinFacets, readConditions, urlValue } from './conditions';
import { ask, Parameters } from './database';
import { readText } from './reading';
import type { Reference } from './reference';

const MAX_BYTES = 40_000;

type CellRow = {
  withoutPosition: number;
  count: number;
  longitude: number;
  latitude: number;
  west: number;
  south: number;
  east: number;
  north: number;
  around: string;
  id: string | null;
  slug: string | null;
  name: string;
  territory: string;
  positionPrecision: string;
};

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function toItem({ count, around, west, south, east, north, longitude, latitude, ...single }: CellRow) {
  const place = { longitude: round(longitude), latitude: round(latitude) };
  if (single.slug === null) {
    return { count, around, bounds: [west, south, east, north], ...place };
  }
  const { slug, id, name, territory, positionPrecision } = single;
  return { count: 1, slug, id, name, commune: around, territory: urlValue(territory), positionPrecision, ...place };
}

const cellsQuery = (set: string, inside: string, size: string) => `
  WITH place AS (
    SELECT floor(s.x / ${size}::float8)::int AS cx, floor(s.y / ${size}::float8)::int AS cy, s.commune_code,
      count(*)::int AS count, sum(s.longitude) AS longitudes, sum(s.latitude) AS latitudes,
      min(s.longitude) AS west, min(s.latitude) AS south, max(s.longitude) AS east, max(s.latitude) AS north
    FROM structure s WHERE ${set} AND ${inside} GROUP BY 1, 2, 3
  ), cell AS (
    SELECT p.cx, p.cy, sum(p.count)::int AS count, sum(p.longitudes) / sum(p.count) AS longitude,
      sum(p.latitudes) / sum(p.count) AS latitude, min(p.west) AS west, min(p.south) AS south, max(p.east) AS east,
      max(p.north) AS north, (array_agg(c.name ORDER BY c.population DESC NULLS LAST, c.code))[1] AS around
    FROM place p JOIN commune c ON c.code = p.commune_code GROUP BY 1, 2
  )
  SELECT unplaced.count AS "withoutPosition", cell.count, cell.longitude, cell.latitude, cell.west, cell.south, cell.east,
    cell.north, cell.around, s.id, s.slug, s.name, s.territory, s.position_precision AS "positionPrecision"
  FROM (SELECT count(*)::int AS count FROM structure s WHERE ${set} AND s.longitude IS NULL) unplaced
  LEFT JOIN cell ON TRUE
  LEFT JOIN structure s ON cell.count = 1 AND s.longitude = cell.west AND s.latitude = cell.south AND ${set}
  ORDER BY cell.cy, cell.cx`;

async function readSet(query: URLSearchParams, { waves }: Reference) {
  const parameters = new Parameters();
  const conditions = await readConditions(query, parameters, readText);
  const waveIds = waves.map(({ id }) => id);
  const awards = awardCondition(parameters, conditions.waves, conditions.labels, waveIds);
  const where = `${conditions.textAndPlace} AND ${joinFacets(conditions, awards)}`;
  return { parameters, where };
}

/** What `/api/v1/carte` answers. */
export async function answerMap(query: URLSearchParams, reference: Reference): Promise<unknown> {
  const set = await readSet(query, reference);
  const [west = 0, south = 0, east = 0, north = 0] = (query.get('bbox') ?? '').split(',').map(Number);
  const box: Box = [west, south, east, north];
  const text = cellsQuery(set.where, insideBox(set.parameters, box), set.parameters.add(0));
  const finest = answerableZoom(box, Number(query.get('zoom')));
  for (let zoom = finest; ; zoom -= 1) {
    const rows = await ask<CellRow>(text, [...set.parameters.values.slice(0, -1), cellSize(zoom)]);
    const items = rows.filter(({ count }) => count !== null).map(toItem);
    const total = items.reduce((sum, { count }) => sum + count, 0);
    const answer = { total, withoutPosition: rows[0]?.withoutPosition ?? 0, items, zoom };
    const mayBeCoarser = zoom === finest && isCrowded(items.length, box, zoom);
    if (zoom === 0 || (Buffer.byteLength(JSON.stringify(answer)) < MAX_BYTES && !mayBeCoarser)) return answer;
  }
}
