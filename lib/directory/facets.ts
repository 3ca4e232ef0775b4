import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { AWARD_LABEL_NAMES, LABELS } from '@/lib/domain/award-label';
import { TERRITORIES, TERRITORY_NAMES } from '@/lib/domain/territory';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';
import { type DirectoryFilter, type FacetKey, toUrlValue } from './filter';
import { setKey, wholeSet } from './href';
import { countable, type DirectorySet, matchingFacets } from './matching';
import { readSet } from './read-filter';

/** `value` as in the address. */
export type FacetValue = { value: string; label: string; count: number };
export type Facets = { total: number } & Record<FacetKey, FacetValue[]>;

type CountRow = { facet: FacetKey | 'total'; value: string; count: number };

function countRows(set: DirectorySet): Promise<CountRow[]> {
  const { filter } = set;
  const ofLabels = filter.label.length > 0 ? sql`split_part(k, ':', 2) = ANY (${filter.label}::text[])` : sql`TRUE`;
  const ofWaves = filter.vague.length > 0 ? sql`split_part(k, ':', 1) = ANY (${filter.vague}::text[])` : sql`TRUE`;
  return queryRows<CountRow>(sql`
    WITH tally AS MATERIALIZED (SELECT s.* FROM ${countable(set)})
    SELECT 'total' AS facet, '' AS value, coalesce(sum(s.structures), 0)::int AS count FROM tally s WHERE ${matchingFacets(filter)}
    UNION ALL
    SELECT 'region', s.region_code, sum(s.structures)::int FROM tally s WHERE ${matchingFacets(filter, 'region')} GROUP BY 2
    UNION ALL
    SELECT 'departement', s.department_code, sum(s.structures)::int FROM tally s
      WHERE ${matchingFacets(filter, 'departement')} GROUP BY 2
    UNION ALL
    SELECT 'territoire', s.territory::text, sum(s.structures)::int FROM tally s
      WHERE ${matchingFacets(filter, 'territoire')} GROUP BY 2
    UNION ALL
    SELECT 'vague', split_part(k, ':', 1), sum(s.structures)::int FROM tally s, unnest(s.award_keys) AS k
      WHERE ${matchingFacets(filter, 'vague')} AND ${ofLabels} GROUP BY 2
    UNION ALL
    SELECT 'label', l.label, sum(s.structures)::int FROM tally s,
      LATERAL (SELECT DISTINCT split_part(k, ':', 2) AS label FROM unnest(s.award_keys) AS k WHERE ${ofWaves}) AS l
      WHERE ${matchingFacets(filter, 'label')} GROUP BY 2`);
}

/** Read anew: for who keeps what becomes of it. */
export async function readFacets(filter: DirectoryFilter): Promise<Facets> {
  const [rows, regions, departments, waves] = await Promise.all([
    readSet(filter).then(countRows),
    listRegions(),
    listDepartments(),
    listWaves(),
  ]);
  const counts = new Map(rows.map(({ facet, value, count }) => [`${facet} ${value}`, count]));
  const count = (facet: FacetKey, value: string) => counts.get(`${facet} ${value}`) ?? 0;
  const regionsAsked = new Set(filter.region);
  const offered = departments.filter(({ regionSlug }) => regionsAsked.size === 0 || regionsAsked.has(regionSlug));
  return {
    total: counts.get('total ') ?? 0,
    region: regions.map(({ code, slug, name }) => ({ value: slug, label: name, count: count('region', code) })),
    departement: offered.map(({ code, name }) => ({ value: code, label: name, count: count('departement', code) })),
    territoire: TERRITORIES.map((territory) => ({
      value: toUrlValue(territory),
      label: TERRITORY_NAMES[territory],
      count: count('territoire', territory),
    })),
    label: LABELS.map((label) => ({
      value: toUrlValue(label),
      label: AWARD_LABEL_NAMES[label],
      count: count('label', label),
    })),
    vague: waves.map(({ id, shortLabel }) => ({ value: id, label: shortLabel, count: count('vague', id) })),
  };
}

/** Each counted with the other filters applied; values with nothing are there with 0. Without a région, all départements. */
export function countFacets(filter: DirectoryFilter): Promise<Facets> {
  return remember(`facets ${setKey(filter)}`, () => readFacets(wholeSet(filter)));
}
