import { join, raw, sql } from '@/lib/database/db';
import { toUrlValue } from '@/lib/directory/filter';
import type { AwardLabel } from '@/lib/domain/award-label';
import { isPublic } from '@/lib/domain/state-conditions';
import type { Territory } from '@/lib/domain/territory';
import { columnName } from '@/lib/fields/field';
import { STRUCTURE_FIELD_NAMES, STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { ask } from './database';

type Award = { wave: string; label: AwardLabel; instalments: { amountEuros: number; status: string }[] };
type Row = { territory: Territory; awards: Award[] };

const columns = join(
  STRUCTURE_FIELD_NAMES.filter(
    (name) => STRUCTURE_FIELDS[name].isPublic && name !== 'communeCode' && name !== 'sources',
  ).map((name) => raw(`s.${columnName(name)} AS "${name}"`)),
);

const recordOf = (slug: string) => sql`
  SELECT s.id, s.slug, ${columns}, json_build_object('code', c.code, 'name', c.name) AS commune,
    json_build_object('code', d.code, 'name', d.name) AS department,
    json_build_object('code', r.code, 'slug', r.slug, 'name', r.name) AS region,
    coalesce((SELECT json_agg(json_build_object('url', o.url, 'title', o.title, 'publishedOn', o.published_on)
      ORDER BY o.published_on DESC NULLS LAST, o.title, o.url)
      FROM structure_source o WHERE o.structure_id = s.id), '[]') AS sources,
    coalesce((SELECT json_agg(json_build_object('wave', a.wave_id, 'label', a.label, 'sourceUrl', a.source_url,
        'labelSourceUrl', a.label_source_url, 'labelFromName', a.label_from_name, 'instalments', coalesce((
          SELECT json_agg(json_build_object('purpose', i.purpose, 'yearOfAid', i.year_of_aid,
              'calendarYear', i.calendar_year, 'amountEuros', i.amount_euros, 'status', i.status, 'paidOn', i.paid_on,
              'sourceUrl', i.source_url)
            ORDER BY i.purpose, i.year_of_aid NULLS LAST, i.calendar_year NULLS LAST, i.paid_on NULLS LAST, i.id)
          FROM instalment i WHERE i.award_id = a.id), '[]')) ORDER BY w.rank, w.id)
      FROM award a JOIN wave w ON w.id = a.wave_id WHERE a.structure_id = s.id), '[]') AS awards,
    to_json(greatest(s.updated_at, (SELECT max(a.updated_at) FROM award a WHERE a.structure_id = s.id),
      (SELECT max(i.updated_at) FROM award a JOIN instalment i ON i.award_id = a.id WHERE a.structure_id = s.id))
    ) #>> '{}' AS "updatedAt"
  FROM structure s JOIN commune c ON c.code = s.commune_code JOIN department d ON d.code = s.department_code
    JOIN region r ON r.code = s.region_code
  WHERE s.slug = ${slug} AND ${isPublic}`;

export async function answerRecord(slug: string, siteUrl: string): Promise<unknown> {
  const [row] = await ask<Row>(recordOf(slug));
  if (!row) return null;
  const amounts = row.awards
    .flatMap(({ instalments }) => instalments)
    .filter(({ status }) => status !== 'cancelled')
    .map(({ amountEuros }) => amountEuros);
  return {
    ...row,
    territory: toUrlValue(row.territory),
    labels: [...new Set(row.awards.map(({ label }) => toUrlValue(label)))],
    waves: [...new Set(row.awards.map(({ wave }) => wave))],
    promisedEuros: amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount, 0) : null,
    url: `${siteUrl}/fabriques/${slug}`,
    awards: row.awards.map((award) => ({ ...award, label: toUrlValue(award.label) })),
  };
}
