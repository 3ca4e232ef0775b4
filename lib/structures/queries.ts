import { remember } from '@/lib/cache';
import { join, queryRows, raw, sql } from '@/lib/database/db';
import { isPublic } from '@/lib/domain/state-conditions';
import { columnName } from '@/lib/fields/field';
import { listWaves } from '@/lib/waves/queries';
import { PUBLIC_FACTS, type RecordAward, type StructureRecord } from './record';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG_MAX_LENGTH = 300;
const isSlug = (text: string) => text.length <= SLUG_MAX_LENGTH && SLUG.test(text);

const lastChange = sql`greatest(s.updated_at,
  (SELECT max(a.updated_at) FROM award a WHERE a.structure_id = s.id),
  (SELECT max(i.updated_at) FROM award a JOIN instalment i ON i.award_id = a.id WHERE a.structure_id = s.id))`;

const sources = sql`coalesce((
  SELECT json_agg(json_build_object('url', o.url, 'title', o.title, 'publishedOn', o.published_on)
    ORDER BY o.published_on DESC NULLS LAST, o.title, o.url)
  FROM structure_source o WHERE o.structure_id = s.id), '[]')`;

const instalments = sql`coalesce((
  SELECT json_agg(json_build_object('purpose', i.purpose, 'yearOfAid', i.year_of_aid, 'calendarYear', i.calendar_year,
      'amountEuros', i.amount_euros, 'status', i.status, 'paidOn', i.paid_on, 'sourceUrl', i.source_url)
    ORDER BY i.purpose, i.year_of_aid NULLS LAST, i.calendar_year NULLS LAST, i.paid_on NULLS LAST, i.id)
  FROM instalment i WHERE i.award_id = a.id), '[]')`;

const awards = sql`coalesce((
  SELECT json_agg(json_build_object('waveId', a.wave_id, 'label', a.label, 'sourceUrl', a.source_url,
      'labelSourceUrl', a.label_source_url, 'labelFromName', a.label_from_name,
      'instalments', ${instalments}) ORDER BY w.rank, w.id)
  FROM award a JOIN wave w ON w.id = a.wave_id WHERE a.structure_id = s.id), '[]')`;

const publicColumns = join(PUBLIC_FACTS.map((name) => raw(`s.${columnName(name)} AS "${name}"`)));

const publicContact = sql`CASE WHEN s.contact_published THEN
  json_build_object('name', s.contact_name, 'email', s.contact_email, 'phone', s.contact_phone) END`;

type AwardRow = Omit<RecordAward, 'wave'> & { waveId: string };
type RecordRow = Omit<StructureRecord, 'awards'> & { awards: AwardRow[] };

async function readRecord(slug: string): Promise<StructureRecord | null> {
  const [rows, waves] = await Promise.all([
    queryRows<RecordRow>(sql`
      SELECT s.id, s.slug, ${publicColumns},
        json_build_object('code', c.code, 'name', c.name, 'longitude', c.longitude, 'latitude', c.latitude) AS commune,
        json_build_object('code', d.code, 'name', d.name) AS department,
        json_build_object('code', r.code, 'slug', r.slug, 'name', r.name) AS region,
        ${publicContact} AS contact, ${sources} AS sources, ${awards} AS awards,
        to_json(${lastChange}) #>> '{}' AS "updatedAt"
      FROM structure s JOIN commune c ON c.code = s.commune_code JOIN department d ON d.code = s.department_code
        JOIN region r ON r.code = s.region_code
      WHERE s.slug = ${slug} AND ${isPublic}`),
    listWaves(),
  ]);
  const [row] = rows;
  if (!row) return null;
  const awardsOfKnownWaves = row.awards.flatMap(({ waveId, ...award }) => {
    const wave = waves.find(({ id }) => id === waveId);
    return wave ? [{ wave, ...award }] : [];
  });
  return { ...row, awards: awardsOfKnownWaves };
}

export async function getStructure(slug: string): Promise<StructureRecord | null> {
  return isSlug(slug) ? remember(`structure ${slug}`, () => readRecord(slug)) : null;
}

export async function findCurrentSlug(formerSlug: string): Promise<string | null> {
  if (!isSlug(formerSlug)) return null;
  return remember(`former slug ${formerSlug}`, async () => {
    const [row] = await queryRows<{ slug: string }>(sql`
      SELECT s.slug FROM structure_slug f JOIN structure s ON s.id = f.structure_id
      WHERE f.slug = ${formerSlug} AND s.slug <> f.slug AND ${isPublic}`);
    return row?.slug ?? null;
  });
}

/** Records in one part of the sitemap: with their dates they stay far below its limits of 50,000 addresses and 50 MB. */
const SLUGS_PER_CHUNK = 5_000;

type ListedSlug = { slug: string; updatedAt: string };

export const countSlugChunks = (): Promise<number> =>
  remember('slug chunks', async () => {
    const [row] = await queryRows<{ structures: number }>(
      sql`SELECT coalesce(sum(structures), 0)::int AS structures FROM structure_tally`,
    );
    return Math.max(1, Math.ceil((row?.structures ?? 0) / SLUGS_PER_CHUNK));
  });

/** Chunks count from 0. The index of names holds public structures alone: the last of a million costs as the first. */
export const listStructureSlugs = (chunk = 0): Promise<ListedSlug[]> =>
  queryRows<ListedSlug>(sql`
    WITH page AS MATERIALIZED (
      SELECT s.name, s.id FROM structure s WHERE ${isPublic} ORDER BY s.name COLLATE "fr-x-icu", s.id
      LIMIT ${SLUGS_PER_CHUNK} OFFSET ${Math.max(0, Math.trunc(chunk) || 0) * SLUGS_PER_CHUNK}
    )
    SELECT s.slug, to_json(${lastChange}) #>> '{}' AS "updatedAt"
    FROM page p JOIN structure s ON s.id = p.id ORDER BY p.name COLLATE "fr-x-icu", p.id`);
