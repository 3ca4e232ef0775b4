import { urlValue } from './conditions';
import { ask } from './database';

type Instalment = { amountEuros: number; status: string };
type Award = { wave: string; label: string; sourceUrl: string | null; instalments: Instalment[] };
type Row = Record<string, unknown> & {
  slug: string;
  name: string;
  id: string;
  territory: string;
  awards: Award[];
};

const RECORD = `
  SELECT s.id, s.slug, s.name, json_build_object('code', c.code, 'name', c.name) AS commune,
    json_build_object('code', d.code, 'name', d.name) AS department,
    json_build_object('code', r.code, 'slug', r.slug, 'name', r.name) AS region,
    s.territory, s.territory_basis AS "territoryBasis", s.latitude, s.longitude,
    s.position_precision AS "positionPrecision", s.official_name AS "officialName", s.address, s.postcode,
    s.density_level AS "densityLevel", s.qpv_name AS "qpvName", s.website, s.description,
    s.description_source_url AS "descriptionSourceUrl",
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
  WHERE s.slug = $1 AND s.published_at IS NOT NULL AND s.archived_at IS NULL`;

/** What `/api/v1/structures/[slug]` answers; null when nobody has this slug. */
export async function answerRecord(slug: string, siteUrl: string): Promise<unknown> {
  const [row] = await ask<Row>(RECORD, [slug]);
  if (!row) return null;
  const amounts = row.awards
    .flatMap(({ instalments }) => instalments)
    .filter(({ status }) => status !== 'cancelled')
    .map(({ amountEuros }) => amountEuros);
  return {
    ...row,
    territory: urlValue(row.territory),
    labels: [...new Set(row.awards.map(({ label }) => urlValue(label)))],
    waves: [...new Set(row.awards.map(({ wave }) => wave))],
    promisedEuros: amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount, 0) : null,
    url: `${siteUrl}/fabriques/${slug}`,
    awards: row.awards.map((award) => ({ ...award, label: urlValue(award.label) })),
  };
}
