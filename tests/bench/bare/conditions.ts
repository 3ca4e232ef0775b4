import type { FacetKey } from '@/lib/directory/filter';
import { ask, type Parameters } from './database';

const PUBLIC = 's.published_at IS NOT NULL AND s.archived_at IS NULL';
const KM_PER_DEGREE = (Math.PI * 6371.0088) / 180;
/** « non-precise » in the address is `unknown` in the store; hyphens are underscores. */
const stored = (value: string) => (value === 'non-precise' ? 'unknown' : value.replace('-', '_'));

export const urlValue = (value: string): string => (value === 'unknown' ? 'non-precise' : value.replace('_', '-'));

/** The conditions of one request as SQL text on `s`; facets apart, so that each can be left out. */
export type Conditions = {
  facets: Partial<Record<FacetKey, string>>;
  labels: string[];
  waves: string[];
  textAndPlace: string;
  /** Without text or place the tally answers counts. */
  hasTextOrPlace: boolean;
  tsquery: string | null;
  distance: string | null;
};

const distanceFrom = (longitude: string, latitude: string) => `(2 * 6371.0088 * asin(least(1, sqrt(
  power(sin(radians(s.latitude - ${latitude}::float8) / 2), 2) + cos(radians(${latitude}::float8)) * cos(radians(s.latitude))
    * power(sin(radians(s.longitude - ${longitude}::float8) / 2), 2)))))`;

/** Inside a box of degrees, edges included. */
export function insideBox(parameters: Parameters, box: readonly number[]): string {
  const [west, south, east, north] = box.map((degrees) => `${parameters.add(degrees)}::float8`);
  return `(s.longitude BETWEEN ${west} AND ${east} AND s.latitude BETWEEN ${south} AND ${north})`;
}

async function near(parameters: Parameters, code: string, radiusKm: number) {
  const [commune] = await ask<{ longitude: number; latitude: number }>(
    'SELECT longitude, latitude FROM commune WHERE code = $1',
    [code],
  );
  if (!commune) throw new Error(`no commune ${code}`);
  const { longitude, latitude } = commune;
  const dy = radiusKm / KM_PER_DEGREE;
  const dx = dy / Math.cos((latitude * Math.PI) / 180);
  const distance = distanceFrom(parameters.add(longitude), parameters.add(latitude));
  const box = insideBox(parameters, [longitude - dx, latitude - dy, longitude + dx, latitude + dy]);
  return { distance, condition: `${box} AND ${distance} <= ${parameters.add(radiusKm)}::float8` };
}

function facetConditions(query: URLSearchParams, parameters: Parameters): Conditions['facets'] {
  const facets: Conditions['facets'] = {};
  const [regions, departments] = [query.getAll('region'), query.getAll('departement')];
  const territories = query.getAll('territoire').map(stored);
  if (regions.length > 0) {
    facets.region = `s.region_code = ANY (SELECT code FROM region WHERE slug = ANY (${parameters.add(regions)}::text[]))`;
  }
  if (departments.length > 0) facets.departement = `s.department_code = ANY (${parameters.add(departments)}::text[])`;
  if (territories.length > 0) facets.territoire = `s.territory = ANY (${parameters.add(territories)}::territory[])`;
  return facets;
}

const ALL_LABELS = ['fabrique', 'fabrique_numerique', 'unknown'];

/** Wave and label are asked of the same award; null when neither is asked for. */
export function awardCondition(
  parameters: Parameters,
  waves: readonly string[],
  labels: readonly string[],
  allWaves: readonly string[],
): string | null {
  if (waves.length === 0 && labels.length === 0) return null;
  const keys = (waves.length > 0 ? waves : allWaves).flatMap((wave) =>
    (labels.length > 0 ? labels : ALL_LABELS).map((label) => `${wave}:${label}`),
  );
  return `s.award_keys && ${parameters.add(keys)}::text[]`;
}

/** Reads a query that is known to be sound: nothing is checked, as nothing but the data is to be paid for. */
export async function readConditions(
  query: URLSearchParams,
  parameters: Parameters,
  readText: (q: string) => Promise<string | null>,
): Promise<Conditions> {
  const [q, nearCode, zone] = [query.get('q'), query.get('pres-de'), query.get('zone')];
  const parts = [PUBLIC];
  const tsquery = q === null ? null : await readText(q);
  const textParameter = tsquery === null ? null : `${parameters.add(tsquery)}::tsquery`;
  if (q !== null) parts.push(textParameter === null ? 'FALSE' : `s.search_vector @@ ${textParameter}`);
  const around = nearCode === null ? null : await near(parameters, nearCode, Number(query.get('rayon') ?? 30));
  if (around) parts.push(around.condition);
  if (zone !== null) parts.push(insideBox(parameters, zone.split(',').map(Number)));
  return {
    facets: facetConditions(query, parameters),
    labels: query.getAll('label').map(stored),
    waves: query.getAll('vague'),
    textAndPlace: parts.join(' AND '),
    hasTextOrPlace: parts.length > 1,
    tsquery: textParameter,
    distance: around?.distance ?? null,
  };
}

/** Among the awards `a` of a structure, those that are asked for: its euros are theirs. */
export function matchingAwards(parameters: Parameters, { waves, labels }: Conditions): string {
  const ofWaves = waves.length > 0 ? `a.wave_id = ANY (${parameters.add(waves)}::text[])` : 'TRUE';
  const ofLabels = labels.length > 0 ? `a.label = ANY (${parameters.add(labels)}::award_label[])` : 'TRUE';
  return `${ofWaves} AND ${ofLabels}`;
}

/** All facet conditions but one, joined; `awards` is that of wave and label. */
export const joinFacets = ({ facets }: Conditions, awards: string | null, without?: FacetKey): string =>
  [
    ...Object.entries(facets)
      .filter(([key]) => key !== without)
      .map(([, text]) => text),
    ...(awards === null ? [] : [awards]),
  ].join(' AND ') || 'TRUE';

/** What counts are summed over, with the alias `s`. */
export const countable = ({ hasTextOrPlace, textAndPlace }: Conditions): string =>
  hasTextOrPlace
    ? `(SELECT s.region_code, s.department_code, s.territory, s.award_keys, count(*)::int AS structures
        FROM structure s WHERE ${textAndPlace} GROUP BY 1, 2, 3, 4) s`
    : 'structure_tally s';
