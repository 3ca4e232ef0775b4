import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import { awardCondition, countable, joinFacets, readConditions, urlValue } from './conditions';
import { ask, Parameters } from './database';
import { readText } from './reading';
import type { Reference } from './reference';

type CountRow = { facet: string; value: string; count: number };

const COUNT = 'sum(s.structures)::int';

/** What `/api/v1/facettes` answers. */
export async function answerFacets(query: URLSearchParams, reference: Reference): Promise<unknown> {
  const parameters = new Parameters();
  const conditions = await readConditions(query, parameters, readText);
  const { waves, labels } = conditions;
  const waveIds = reference.waves.map(({ id }) => id);
  const awards = awardCondition(parameters, waves, labels, waveIds);
  const awardsOfWaves = awardCondition(parameters, waves, [], waveIds);
  const awardsOfLabels = awardCondition(parameters, [], labels, waveIds);
  const ofLabels = labels.length > 0 ? `split_part(k, ':', 2) = ANY (${parameters.add(labels)}::text[])` : 'TRUE';
  const ofWaves = waves.length > 0 ? `split_part(k, ':', 1) = ANY (${parameters.add(waves)}::text[])` : 'TRUE';
  const rows = await ask<CountRow>(
    `WITH tally AS MATERIALIZED (SELECT s.* FROM ${countable(conditions)})
     SELECT 'total' AS facet, '' AS value, coalesce(${COUNT}, 0) AS count FROM tally s WHERE ${joinFacets(conditions, awards)}
     UNION ALL SELECT 'region', s.region_code, ${COUNT} FROM tally s
       WHERE ${joinFacets(conditions, awards, 'region')} GROUP BY 2
     UNION ALL SELECT 'departement', s.department_code, ${COUNT} FROM tally s
       WHERE ${joinFacets(conditions, awards, 'departement')} GROUP BY 2
     UNION ALL SELECT 'territoire', s.territory::text, ${COUNT} FROM tally s
       WHERE ${joinFacets(conditions, awards, 'territoire')} GROUP BY 2
     UNION ALL SELECT 'vague', split_part(k, ':', 1), ${COUNT} FROM tally s, unnest(s.award_keys) AS k
       WHERE ${joinFacets(conditions, awardsOfLabels)} AND ${ofLabels} GROUP BY 2
     UNION ALL SELECT 'label', l.label, ${COUNT} FROM tally s, LATERAL (
         SELECT DISTINCT split_part(k, ':', 2) AS label FROM unnest(s.award_keys) AS k WHERE ${ofWaves}) AS l
       WHERE ${joinFacets(conditions, awardsOfWaves)} GROUP BY 2`,
    parameters.values,
  );
  const counts = new Map(rows.map(({ facet, value, count }) => [`${facet} ${value}`, count]));
  const value = (facet: string, key: string, label: string, code = key) => ({
    value: key,
    label,
    count: counts.get(`${facet} ${code}`) ?? 0,
  });
  const regions = new Set(query.getAll('region'));
  return {
    total: counts.get('total ') ?? 0,
    region: reference.regions.map(({ code, slug, name }) => value('region', slug, name, code)),
    departement: reference.departments
      .filter(({ regionSlug }) => regions.size === 0 || regions.has(regionSlug))
      .map(({ code, name }) => value('departement', code, name)),
    territoire: Object.entries(TERRITORY_NAMES).map(([key, name]) => value('territoire', urlValue(key), name, key)),
    label: Object.entries(AWARD_LABEL_NAMES).map(([key, name]) => value('label', urlValue(key), name, key)),
    vague: reference.waves.map(({ id, shortLabel }) => value('vague', id, shortLabel)),
  };
}
