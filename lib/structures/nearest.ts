import { remember } from '@/lib/cache';
import { queryRows, type Sql, sql } from '@/lib/database/db';
import type { PositionPrecision } from '@/lib/domain/position';
import { isPublic } from '@/lib/domain/state-conditions';
import type { Territory } from '@/lib/domain/territory';
import { boxAround, distanceKm } from '@/lib/geography/circle';
import type { StructureRecord } from './record';

export type NearbyStructure = {
  slug: string;
  name: string;
  commune: { code: string; name: string };
  territory: Territory;
  longitude: number | null;
  latitude: number | null;
  positionPrecision: PositionPrecision | null;
  /** Great-circle kilometres; null when the record has no position. */
  distanceKm: number | null;
};

export type Nearby = { by: 'distance' | 'department' | 'region'; structures: NearbyStructure[] };

type Origin = Pick<StructureRecord, 'id' | 'longitude' | 'latitude' | 'department' | 'region'>;
type Row = Omit<NearbyStructure, 'commune'> & { communeCode: string; communeName: string };

/** Read in the order of the index before the exact distance decides: enough for the nearest six almost everywhere. */
const CANDIDATES = 32;
/** Beyond, a degree of longitude varies too much across the circle for the short way. */
const SHORT_WAY_KM = 300;

const columns = sql`s.slug, s.name, s.commune_code AS "communeCode", s.territory, s.longitude, s.latitude,
  s.position_precision AS "positionPrecision"`;

const toNearby = ({ slug, name, communeCode, communeName, territory, ...row }: Row): NearbyStructure => ({
  slug,
  name,
  commune: { code: communeCode, name: communeName },
  territory,
  longitude: row.longitude,
  latitude: row.latitude,
  positionPrecision: row.positionPrecision,
  distanceKm: row.distanceKm,
});

type Centre = { longitude: number; latitude: number };
type Candidate = Row & { degrees: number; distanceKm: number };

const isOther = ({ id }: Origin) => sql`${isPublic} AND s.id <> ${id} AND s.longitude IS NOT NULL`;

/** The order of the index is in degrees, which are shorter from west to east than the exact distance. */
const readCandidates = (origin: Origin, centre: Centre, limit: number) => {
  const degrees = sql`point(s.longitude, s.latitude) <-> point(${centre.longitude}, ${centre.latitude})`;
  return queryRows<Candidate>(sql`
    SELECT n.*, c.name AS "communeName" FROM (
      SELECT ${columns}, ${distanceKm(centre)} AS "distanceKm", ${degrees} AS degrees, s.id
      FROM structure s WHERE ${isOther(origin)} ORDER BY ${degrees} LIMIT ${limit}
    ) n JOIN commune c ON c.code = n."communeCode"
    ORDER BY n."distanceKm", n.name COLLATE "fr-x-icu", n.id`);
};

function holdAllWithin(candidates: readonly Candidate[], centre: Centre, reachKm: number): boolean {
  if (candidates.length < CANDIDATES || reachKm === 0) return true;
  const furthest = Math.max(...candidates.map(({ degrees }) => degrees));
  const [west, , east] = boxAround(centre, reachKm);
  // In degrees a circle reaches furthest to its east and west, a hair off its centre's parallel.
  return reachKm < SHORT_WAY_KM && furthest > ((east - west) / 2) * 1.001;
}

const readWithin = (origin: Origin, centre: Centre, reachKm: number, limit: number) => {
  const [west, south, east, north] = boxAround(centre, reachKm);
  return queryRows<Row>(sql`
    SELECT ${columns}, c.name AS "communeName", ${distanceKm(centre)} AS "distanceKm"
    FROM structure s JOIN commune c ON c.code = s.commune_code
    WHERE ${isOther(origin)} AND point(s.longitude, s.latitude) <@ box(
      point(${west}, ${south}), point(${east}, ${north}))
    ORDER BY "distanceKm", s.name COLLATE "fr-x-icu", s.id LIMIT ${limit}`);
};

async function readNearest(origin: Origin, centre: Centre, limit: number): Promise<NearbyStructure[]> {
  const candidates = await readCandidates(origin, centre, CANDIDATES);
  const reachKm = candidates[limit - 1]?.distanceKm ?? candidates.at(-1)?.distanceKm ?? 0;
  const rows = holdAllWithin(candidates, centre, reachKm)
    ? candidates.slice(0, limit)
    : await readWithin(origin, centre, reachKm, limit);
  return rows.map(toNearby);
}

async function readSameTerritory({ id, department, region }: Origin, limit: number): Promise<Nearby> {
  const inArea = async (area: Sql) =>
    queryRows<Row>(sql`SELECT ${columns}, c.name AS "communeName", NULL::float8 AS "distanceKm"
      FROM structure s JOIN commune c ON c.code = s.commune_code
      WHERE ${isPublic} AND s.id <> ${id} AND ${area}
      ORDER BY s.name COLLATE "fr-x-icu", s.id LIMIT ${limit}`);
  const inDepartment = await inArea(sql`s.department_code = ${department.code}`);
  if (inDepartment.length > 0) return { by: 'department', structures: inDepartment.map(toNearby) };
  const inRegion = await inArea(sql`s.region_code = ${region.code}`);
  return { by: 'region', structures: inRegion.map(toNearby) };
}

/** At most `limit`, up to 32, ties by name. Without a position, some of the same département or région. */
export const listNearest = (origin: Origin, limit = 6): Promise<Nearby> =>
  remember(`nearest ${limit} ${origin.id}`, async () => {
    const { longitude, latitude } = origin;
    if (longitude === null || latitude === null) return readSameTerritory(origin, limit);
    return { by: 'distance', structures: await readNearest(origin, { longitude, latitude }, limit) };
  });
