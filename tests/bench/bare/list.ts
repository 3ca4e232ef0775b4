import { sql } from '@/lib/database/db';
import { PAGE_SIZE, toUrlValue } from '@/lib/directory/filter';
import { countable, matching, matchingAwards, matchingFacets, orderOf } from '@/lib/directory/matching';
import type { AwardLabel } from '@/lib/domain/award-label';
import type { Territory } from '@/lib/domain/territory';
import { distanceKm } from '@/lib/geography/circle';
import { ask } from './database';
import { readSet } from './read-set';
import type { Reference } from './reference';

type Row = Record<'slug' | 'name' | 'communeCode' | 'communeName' | 'departmentCode' | 'regionCode', string> &
  Record<'territoryBasis' | 'longitude' | 'latitude' | 'positionPrecision' | 'promisedEuros', unknown> & {
    total: number;
    id: string | null;
    territory: Territory;
    awardKeys: string[];
    distanceKm: number | null;
  };

const distinct = (values: string[]) => [...new Set(values)];

// Field by field: copying the rest of a row would cost as much as reading it.
const toItem = (row: Row, { regionOf, departmentOf }: Reference, siteUrl: string) => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  commune: { code: row.communeCode, name: row.communeName },
  department: { code: row.departmentCode, name: departmentOf.get(row.departmentCode)?.name },
  region: regionOf.get(row.regionCode),
  territory: toUrlValue(row.territory),
  territoryBasis: row.territoryBasis,
  labels: distinct(row.awardKeys.map((key) => toUrlValue(key.slice(key.indexOf(':') + 1) as AwardLabel))),
  waves: distinct(row.awardKeys.map((key) => key.slice(0, key.indexOf(':')))),
  promisedEuros: row.promisedEuros,
  latitude: row.latitude,
  longitude: row.longitude,
  positionPrecision: row.positionPrecision,
  ...(row.distanceKm !== null && { distanceKm: Math.round(row.distanceKm * 100) / 100 }),
  url: `${siteUrl}/fabriques/${row.slug}`,
});

export async function answerList(query: URLSearchParams, reference: Reference, siteUrl: string): Promise<unknown> {
  const set = await readSet(query);
  const { filter } = set;
  const rows = await ask<Row>(sql`
    WITH total AS (
      SELECT coalesce(sum(s.structures), 0)::int AS total FROM ${countable(set)} WHERE ${matchingFacets(filter)}
    ), page AS (
      SELECT s.id FROM structure s WHERE ${matching(set)} ORDER BY ${orderOf(set)}
      LIMIT ${PAGE_SIZE} OFFSET ${(filter.page - 1) * PAGE_SIZE}
    )
    SELECT total.total, s.id, s.slug, s.name, s.commune_code AS "communeCode", c.name AS "communeName",
      s.department_code AS "departmentCode", s.region_code AS "regionCode", s.territory,
      s.territory_basis AS "territoryBasis", s.award_keys AS "awardKeys", s.longitude, s.latitude,
      s.position_precision AS "positionPrecision", ${filter.near ? distanceKm(filter.near) : sql`NULL::float8`} AS "distanceKm",
      (SELECT sum(i.amount_euros)::int FROM award a JOIN instalment i ON i.award_id = a.id
        WHERE a.structure_id = s.id AND i.status <> 'cancelled' AND ${matchingAwards(filter)}) AS "promisedEuros"
    FROM total LEFT JOIN (page JOIN structure s ON s.id = page.id JOIN commune c ON c.code = s.commune_code) ON TRUE
    ORDER BY ${orderOf(set)}`);
  const total = rows[0]?.total ?? 0;
  const items = rows.filter(({ id }) => id !== null).map((row) => toItem(row, reference, siteUrl));
  return { total, page: filter.page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), items };
}
