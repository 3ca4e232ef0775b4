import { remember } from '@/lib/cache';
import { queryRows, type Sql, sql } from '@/lib/database/db';
import { plainWords } from '@/lib/text/plain-words';
import { KM_PER_DEGREE } from './circle';
import { nameTyped } from './typed-commune';

export type CommuneSuggestion = {
  code: string;
  name: string;
  departmentCode: string;
  departmentName: string;
  /** The one typed, else the only one, else null: a city has many. */
  postcode: string | null;
  population: number | null;
};

const MAX_SUGGESTIONS = 10;
const MAX_TYPED = 80;

const columns = (typedPostcode: string | null): Sql => sql`
  c.code, c.name, c.department_code AS "departmentCode", d.name AS "departmentName", c.population,
  coalesce(${typedPostcode}, (SELECT min(p.postcode) FROM commune_postcode p WHERE p.commune_code = c.code HAVING count(*) = 1)) AS postcode`;

const byPostcode = (digits: string) =>
  queryRows<CommuneSuggestion>(sql`
    SELECT DISTINCT ON (c.population, c.code) ${columns(digits.length === 5 ? digits : null)}
    FROM commune_postcode z JOIN commune c ON c.code = z.commune_code JOIN department d ON d.code = c.department_code
    WHERE z.postcode LIKE ${`${digits}%`}
    ORDER BY c.population DESC NULLS LAST, c.code LIMIT ${MAX_SUGGESTIONS}`);

const byCode = (code: string) =>
  queryRows<CommuneSuggestion>(sql`
    SELECT ${columns(null)}
    FROM commune c JOIN department d ON d.code = c.department_code
    WHERE c.code = coalesce((SELECT a.commune_code FROM commune_alias a WHERE a.code = ${code}), ${code})`);

const byName = (name: string) =>
  queryRows<CommuneSuggestion>(sql`
    SELECT ${columns(null)}
    FROM commune c JOIN department d ON d.code = c.department_code
    WHERE c.search_name LIKE ${`${name}%`} OR c.search_name LIKE ${`% ${name}%`}
    ORDER BY (c.search_name = ${name}) DESC, (c.search_name LIKE ${`${name}%`}) DESC, c.population DESC NULLS LAST, c.code
    LIMIT ${MAX_SUGGESTIONS}`);

const byLikeness = (name: string) =>
  queryRows<CommuneSuggestion>(sql`
    SELECT ${columns(null)}
    FROM commune c JOIN department d ON d.code = c.department_code
    WHERE c.search_name % ${name}
    ORDER BY similarity(c.search_name, ${name}) DESC, c.population DESC NULLS LAST, c.code LIMIT ${MAX_SUGGESTIONS}`);

async function search(typed: string): Promise<CommuneSuggestion[]> {
  const digits = typed.replaceAll(' ', '');
  if (/^\d{2,5}$/.test(digits)) {
    const found = await byPostcode(digits);
    return found.length > 0 || digits.length < 5 ? found : byCode(digits);
  }
  if (/^2[ab]\d{3}$/i.test(digits)) return byCode(digits.toUpperCase());
  // « Lille 59000 », « 59000 Lille », « Lille (59) »: the figures narrow what the name finds.
  const figures = typed.match(/\b\d{2,5}\b/)?.[0];
  const name = nameTyped(typed);
  if (name.length < 2) return [];
  const exact = await byName(name);
  const found = exact.length > 0 ? exact : await byLikeness(name);
  const narrowed = figures ? found.filter((commune) => commune.departmentCode.startsWith(figures.slice(0, 2))) : found;
  return narrowed.length > 0 ? narrowed : found;
}

/** At most 10, the likeliest first; arrondissements answer with the city. Never fails on what was typed. */
export function suggestCommunes(typed: string): Promise<CommuneSuggestion[]> {
  const key = plainWords(typed.slice(0, MAX_TYPED));
  return key === '' ? Promise.resolve([]) : remember(`communes ${key}`, () => search(key));
}

export type Town = { code: string; name: string; longitude: number; latitude: number; population: number | null };

/** The largest first, by centre. */
export const listTowns = (
  [west, south, east, north]: readonly [number, number, number, number],
  limit: number,
): Promise<Town[]> =>
  remember(`towns ${[west, south, east, north, limit].join(',')}`, () =>
    queryRows<Town>(sql`
      SELECT c.code, c.name, c.longitude, c.latitude, c.population FROM commune c
      WHERE point(c.longitude, c.latitude) <@ box(point(${west}, ${south}), point(${east}, ${north}))
      ORDER BY c.population DESC NULLS LAST, c.code LIMIT ${limit}`),
  );

/** Degrees WGS 84; null outside France. */
export async function nearestCommune(longitude: number, latitude: number): Promise<CommuneSuggestion | null> {
  // One degree of longitude is shorter than one of latitude: of the ten nearest in degrees, the nearest in kilometres.
  const [nearest] = await queryRows<CommuneSuggestion & { km: number }>(sql`
    SELECT ${columns(null)},
      ${KM_PER_DEGREE}::float8 * sqrt(power(c.latitude - ${latitude}, 2) + power((c.longitude - ${longitude}) * cos(radians(${latitude})), 2)) AS km
    FROM (SELECT * FROM commune ORDER BY point(longitude, latitude) <-> point(${longitude}, ${latitude}) LIMIT 10) c
    JOIN department d ON d.code = c.department_code
    ORDER BY km LIMIT 1`);
  if (!nearest || nearest.km > 50) return null;
  const { km: _, ...commune } = nearest;
  return commune;
}
