import { type Sql, sql } from '@/lib/database/db';
import type { Box } from './degrees';

/** IUGG */
const EARTH_RADIUS_KM = 6371.0088;
export const KM_PER_DEGREE = (Math.PI * EARTH_RADIUS_KM) / 180;

type Point = { longitude: number; latitude: number };

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const MARGIN_DEGREES = 1e-6;

/** East and west of a circle lie off its centre's parallel; all the way round where it reaches a pole. */
export function boxAround({ longitude, latitude }: Point, radiusKm: number): Box {
  const north = Math.min(radiusKm / KM_PER_DEGREE, 180) + MARGIN_DEGREES;
  const reachesPole = Math.abs(latitude) + north >= 89;
  const sine = Math.sin(radians(north)) / Math.cos(radians(latitude));
  const east = reachesPole ? 360 : (Math.asin(Math.min(1, sine)) * 180) / Math.PI + MARGIN_DEGREES;
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}

/** To the structure `s`, great circle. */
export const distanceKm = ({ longitude, latitude }: Point): Sql => sql`
  (2 * ${EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(
    power(sin(radians(s.latitude - ${latitude}::float8) / 2), 2)
    + cos(radians(${latitude}::float8)) * cos(radians(s.latitude))
      * power(sin(radians(s.longitude - ${longitude}::float8) / 2), 2)))))`;

/** Edges included, on a structure `s`. */
export const insideBox = ([west, south, east, north]: Box): Sql =>
  sql`(s.longitude BETWEEN ${west} AND ${east} AND s.latitude BETWEEN ${south} AND ${north})`;
