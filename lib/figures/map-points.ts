import { queryRows, sql } from '@/lib/database/db';
import type { DirectoryFilter } from '@/lib/directory/filter';
import type { MapSingle } from '@/lib/directory/map-item';
import { matching } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';
import { typeset } from '@/lib/french/typography';
import { composeSet, totalOf } from './composition';

/** Names in French print. Degrees WGS 84. */
type LocatedStructure = Omit<MapSingle, 'count' | 'id'>;

export type FixedMap = {
  located: number;
  /** One per structure; beyond `MOST_POINTS`, one per territory and cell of the map. */
  points: LocatedStructure[];
  withoutPosition: number;
  /** By name, at most `MOST_UNLOCATED`. */
  unlocated: { slug: string; name: string; commune: string | null }[];
};

const MOST_POINTS = 2000;
const MOST_UNLOCATED = 6;
/** Across the world, as wide as a symbol on a map of France. */
const CELLS = 640;

async function readPoints(filter: DirectoryFilter, isSample: boolean): Promise<LocatedStructure[]> {
  const set = await readSet(filter);
  const shown = isSample
    ? sql`SELECT min(s.id) AS id FROM structure s, LATERAL (SELECT floor(s.x * ${CELLS}) AS x, floor(s.y * ${CELLS}) AS y) cell
        WHERE ${matching(set)} AND s.longitude IS NOT NULL GROUP BY cell.x, cell.y, s.territory`
    : sql`SELECT s.id FROM structure s WHERE ${matching(set)} AND s.longitude IS NOT NULL`;
  const points = await queryRows<LocatedStructure>(sql`
    SELECT s.slug, s.name, c.name AS commune, s.territory, s.position_precision AS "positionPrecision", s.longitude, s.latitude
    FROM (${shown}) shown JOIN structure s ON s.id = shown.id JOIN commune c ON c.code = s.commune_code
    ORDER BY s.latitude DESC, s.longitude, s.id`);
  return points.map((point) => ({ ...point, name: typeset(point.name), commune: typeset(point.commune) }));
}

export async function readFixedMap(filter: DirectoryFilter, mostPoints = MOST_POINTS): Promise<FixedMap> {
  const set = await readSet(filter);
  const lacksPosition = sql`${matching(set)} AND s.longitude IS NULL`;
  const [composition, [lacking], unlocated] = await Promise.all([
    composeSet(filter),
    queryRows<{ count: number }>(sql`SELECT count(*)::int AS count FROM structure s WHERE ${lacksPosition}`),
    queryRows<FixedMap['unlocated'][number]>(sql`
      SELECT s.slug, s.name, c.name AS commune FROM structure s JOIN commune c ON c.code = s.commune_code
      WHERE ${lacksPosition} ORDER BY s.name COLLATE "fr-x-icu", s.id LIMIT ${MOST_UNLOCATED}`),
  ]);
  const withoutPosition = lacking?.count ?? 0;
  const located = totalOf(composition) - withoutPosition;
  const points = await readPoints(filter, located > mostPoints);
  const named = unlocated.map(({ slug, name, commune }) => ({
    slug,
    name: typeset(name),
    commune: commune && typeset(commune),
  }));
  return { located, points, withoutPosition, unlocated: named };
}
