import { join, raw, sql } from '@/lib/database/db';
import { CHOICE_KEYS, choicesOf, FILTERS, toUrlValue } from '@/lib/directory/filter';
import { countable, matchingFacets, SINGLE_FACETS } from '@/lib/directory/matching';
import { ask } from './database';
import { readSet } from './read-set';
import type { Reference } from './reference';

type CountRow = { facet: string; value: string; count: number };

const count = sql`sum(s.structures)::int`;
const isAmong = (values: readonly string[], part: 1 | 2) =>
  values.length > 0 ? sql`split_part(k, ':', ${part}) = ANY (${values}::text[])` : sql`TRUE`;

export async function answerFacets(
  query: URLSearchParams,
  { regions, departments, waves }: Reference,
): Promise<unknown> {
  const set = await readSet(query);
  const { filter } = set;
  const singles = (Object.keys(SINGLE_FACETS) as (keyof typeof SINGLE_FACETS)[]).map(
    (key) => sql`SELECT ${raw(`'${key}', s.${SINGLE_FACETS[key]}`)}::text, ${count} FROM tally s
      WHERE ${matchingFacets(filter, key)} GROUP BY 2`,
  );
  const rows = await ask<CountRow>(sql`
    WITH tally AS MATERIALIZED (SELECT s.* FROM ${countable(set)})
    SELECT 'total' AS facet, '' AS value, coalesce(${count}, 0) AS count FROM tally s WHERE ${matchingFacets(filter)}
    UNION ALL ${join(singles, ' UNION ALL ')}
    UNION ALL SELECT 'vague', split_part(k, ':', 1), ${count} FROM tally s, unnest(s.award_keys) AS k
      WHERE ${matchingFacets(filter, 'vague')} AND ${isAmong(filter.label, 2)} GROUP BY 2
    UNION ALL SELECT 'label', l.label, ${count} FROM tally s, LATERAL (
        SELECT DISTINCT split_part(k, ':', 2) AS label FROM unnest(s.award_keys) AS k WHERE ${isAmong(filter.vague, 1)}) AS l
      WHERE ${matchingFacets(filter, 'label')} GROUP BY 2`);
  const counts = new Map(rows.map((row) => [`${row.facet} ${row.value}`, row.count]));
  const value = (facet: string, key: string, label: string, code = key) => ({
    value: key,
    label,
    count: counts.get(`${facet} ${code}`) ?? 0,
  });
  const choices = CHOICE_KEYS.map((key) => {
    const names: Readonly<Record<string, string>> = FILTERS[key].choices;
    return [key, choicesOf(key).map((choice) => value(key, toUrlValue(choice), names[choice] ?? choice, choice))];
  });
  return {
    total: counts.get('total ') ?? 0,
    region: regions.map(({ code, slug, name }) => value('region', slug, name, code)),
    departement: departments
      .filter(({ regionSlug }) => filter.region.length === 0 || filter.region.includes(regionSlug))
      .map(({ code, name }) => value('departement', code, name)),
    ...Object.fromEntries(choices),
    vague: waves.map(({ id, shortLabel }) => value('vague', id, shortLabel)),
  };
}
