import { remember } from '@/lib/cache';
import { join, queryRows, raw, type Sql, sql } from '@/lib/database/db';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';
import {
  CHOICE_KEYS,
  type Choice,
  type ChoiceKey,
  choicesOf,
  type DirectoryFilter,
  type FacetKey,
  FILTERS,
  toUrlValue,
} from './filter';
import { setKey, wholeSet } from './href';
import { countable, type DirectorySet, matchingFacets, SINGLE_FACETS } from './matching';
import { readSet } from './read-filter';

/** `value` as in the address. */
export type FacetValue = { value: string; label: string; count: number };
export type Facets = { total: number } & Record<FacetKey, FacetValue[]>;

type CountRow = { facet: FacetKey | 'total'; value: string; count: number };

const countsOfSingles = (filter: DirectoryFilter): Sql[] =>
  (Object.keys(SINGLE_FACETS) as (keyof typeof SINGLE_FACETS)[]).map(
    (key) => sql`SELECT ${raw(`'${key}', s.${SINGLE_FACETS[key]}`)}::text, sum(s.structures)::int FROM tally s
      WHERE ${matchingFacets(filter, key)} GROUP BY 2`,
  );

function countRows(set: DirectorySet): Promise<CountRow[]> {
  const { filter } = set;
  const ofLabels = filter.label.length > 0 ? sql`split_part(k, ':', 2) = ANY (${filter.label}::text[])` : sql`TRUE`;
  const ofWaves = filter.vague.length > 0 ? sql`split_part(k, ':', 1) = ANY (${filter.vague}::text[])` : sql`TRUE`;
  return queryRows<CountRow>(sql`
    WITH tally AS MATERIALIZED (SELECT s.* FROM ${countable(set)})
    SELECT 'total' AS facet, '' AS value, coalesce(sum(s.structures), 0)::int AS count FROM tally s WHERE ${matchingFacets(filter)}
    UNION ALL
    ${join(countsOfSingles(filter), ' UNION ALL ')}
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
  const choices = CHOICE_KEYS.map((key) => {
    const names: Readonly<Record<string, string>> = FILTERS[key].choices;
    const valueOf = (choice: Choice) => ({
      value: toUrlValue(choice),
      label: names[choice] ?? choice,
      count: count(key, choice),
    });
    return [key, choicesOf(key).map(valueOf)];
  });
  return {
    total: counts.get('total ') ?? 0,
    region: regions.map(({ code, slug, name }) => ({ value: slug, label: name, count: count('region', code) })),
    departement: offered.map(({ code, name }) => ({ value: code, label: name, count: count('departement', code) })),
    ...(Object.fromEntries(choices) as Record<ChoiceKey, FacetValue[]>),
    vague: waves.map(({ id, shortLabel }) => ({ value: id, label: shortLabel, count: count('vague', id) })),
  };
}

/** Each counted with the other filters applied; values with nothing are there with 0. Without a région, all départements. */
export function countFacets(filter: DirectoryFilter): Promise<Facets> {
  return remember(`facets ${setKey(filter)}`, () => readFacets(wholeSet(filter)));
}
