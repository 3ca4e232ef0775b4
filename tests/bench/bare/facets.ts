import { sql } from '@/lib/database/db';
import { toUrlValue } from '@/lib/directory/filter';
import { countable, matchingFacets } from '@/lib/directory/matching';
import { AWARD_LABEL_NAMES, LABELS } from '@/lib/domain/award-label';
import { TERRITORIES, TERRITORY_NAMES } from '@/lib/domain/territory';
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
  const rows = await ask<CountRow>(sql`
    WITH tally AS MATERIALIZED (SELECT s.* FROM ${countable(set)})
    SELECT 'total' AS facet, '' AS value, coalesce(${count}, 0) AS count FROM tally s WHERE ${matchingFacets(filter)}
    UNION ALL SELECT 'region', s.region_code, ${count} FROM tally s WHERE ${matchingFacets(filter, 'region')} GROUP BY 2
    UNION ALL SELECT 'departement', s.department_code, ${count} FROM tally s
      WHERE ${matchingFacets(filter, 'departement')} GROUP BY 2
    UNION ALL SELECT 'territoire', s.territory::text, ${count} FROM tally s
      WHERE ${matchingFacets(filter, 'territoire')} GROUP BY 2
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
  return {
    total: counts.get('total ') ?? 0,
    region: regions.map(({ code, slug, name }) => value('region', slug, name, code)),
    departement: departments
      .filter(({ regionSlug }) => filter.region.length === 0 || filter.region.includes(regionSlug))
      .map(({ code, name }) => value('departement', code, name)),
    territoire: TERRITORIES.map((key) => value('territoire', toUrlValue(key), TERRITORY_NAMES[key], key)),
    label: LABELS.map((key) => value('label', toUrlValue(key), AWARD_LABEL_NAMES[key], key)),
    vague: waves.map(({ id, shortLabel }) => value('vague', id, shortLabel)),
  };
}
