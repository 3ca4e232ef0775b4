import {
  awardCondition,
  type Conditions,
  countable,
  joinFacets,
  matchingAwards,
  readConditions,
  urlValue,
} from './conditions';
import { ask, Parameters } from './database';
import { readText } from './reading';
import type { Reference } from './reference';

const PAGE_SIZE = 20;

type Row = {
  total: number;
  id: string | null;
  slug: string;
  name: string;
  communeCode: string;
  communeName: string;
  departmentCode: string;
  regionCode: string;
  territory: string;
  territoryBasis: string | null;
  awardKeys: string[];
  longitude: number | null;
  latitude: number | null;
  positionPrecision: string | null;
  distanceKm: number | null;
  promisedEuros: number | null;
};

function orderOf(query: URLSearchParams, { tsquery, distance }: Conditions): string {
  const byName = 's.name COLLATE "fr-x-icu", s.id';
  if (query.get('tri') === 'recent') return `s.latest_wave_rank DESC, ${byName}`;
  if (query.get('tri') === 'nom') return byName;
  if (tsquery !== null) return `ts_rank(s.search_vector, ${tsquery}) DESC, ${byName}`;
  return distance === null ? byName : `${distance}, ${byName}`;
}

const distinct = (values: string[]) => [...new Set(values)];

function toItem(row: Row, { regionOf, departmentOf }: Reference, siteUrl: string) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    commune: { code: row.communeCode, name: row.communeName },
    department: { code: row.departmentCode, name: departmentOf.get(row.departmentCode)?.name },
    region: regionOf.get(row.regionCode),
    territory: urlValue(row.territory),
    territoryBasis: row.territoryBasis,
    labels: distinct(row.awardKeys.map((key) => urlValue(key.slice(key.indexOf(':') + 1)))),
    waves: distinct(row.awardKeys.map((key) => key.slice(0, key.indexOf(':')))),
    promisedEuros: row.promisedEuros,
    latitude: row.latitude,
    longitude: row.longitude,
    positionPrecision: row.positionPrecision,
    ...(row.distanceKm !== null && { distanceKm: Math.round(row.distanceKm * 100) / 100 }),
    url: `${siteUrl}/fabriques/${row.slug}`,
  };
}

/** What `/api/v1/structures` answers. */
export async function answerList(query: URLSearchParams, reference: Reference, siteUrl: string): Promise<unknown> {
  const parameters = new Parameters();
  const conditions = await readConditions(query, parameters, readText);
  const waveIds = reference.waves.map(({ id }) => id);
  const facets = joinFacets(conditions, awardCondition(parameters, conditions.waves, conditions.labels, waveIds));
  const page = Number(query.get('page') ?? 1);
  const order = orderOf(query, conditions);
  const rows = await ask<Row>(
    `WITH total AS (SELECT coalesce(sum(s.structures), 0)::int AS total FROM ${countable(conditions)} WHERE ${facets}),
     page AS (
       SELECT s.id FROM structure s WHERE ${conditions.textAndPlace} AND ${facets} ORDER BY ${order}
       LIMIT ${PAGE_SIZE} OFFSET ${parameters.add((page - 1) * PAGE_SIZE)}::int)
     SELECT total.total, s.id, s.slug, s.name, s.commune_code AS "communeCode", c.name AS "communeName",
       s.department_code AS "departmentCode", s.region_code AS "regionCode", s.territory,
       s.territory_basis AS "territoryBasis", s.award_keys AS "awardKeys", s.longitude, s.latitude,
       s.position_precision AS "positionPrecision", ${conditions.distance ?? 'NULL::float8'} AS "distanceKm",
       (SELECT sum(i.amount_euros)::int FROM award a JOIN instalment i ON i.award_id = a.id
         WHERE a.structure_id = s.id AND i.status <> 'cancelled' AND ${matchingAwards(parameters, conditions)}) AS "promisedEuros"
     FROM total LEFT JOIN (page JOIN structure s ON s.id = page.id JOIN commune c ON c.code = s.commune_code) ON TRUE
     ORDER BY ${order}`,
    parameters.values,
  );
  const total = rows[0]?.total ?? 0;
  const items = rows.filter(({ id }) => id !== null).map((row) => toItem(row, reference, siteUrl));
  return { total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), items };
}
