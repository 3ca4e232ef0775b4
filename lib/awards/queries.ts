import { MOST_READ } from '@/lib/audit/changes';
import { empty, getDb, queryRows, type Sql, sql } from '@/lib/database/db';
import type { AwardKey } from '@/lib/domain/award-key';
import type { AwardLabel } from '@/lib/domain/award-label';
import { isNotArchived, isPublic, stateColumn } from '@/lib/domain/state-conditions';
import type { RegionScope } from '@/lib/permissions/policy';
import { withinScope } from '@/lib/structures/office-set';
import { plainWords } from '@/lib/text/plain-words';
import { listAwardChanges, readAward } from './find-for-edit';

export const getAward = (key: AwardKey) => readAward(getDb(), key);

export const listAwardHistory = (key: AwardKey) => listAwardChanges(getDb(), key, MOST_READ);

/** `slug` is null unless the public sees it. */
export type AwardedStructure = { id: string; name: string; commune: string; regionCode: string; slug: string | null };

export async function getAwardedStructure(id: string): Promise<AwardedStructure | null> {
  const [structure] = await queryRows<AwardedStructure>(sql`
    SELECT s.id, s.name, c.name AS commune, s.region_code AS "regionCode",
      CASE WHEN ${isPublic} THEN s.slug END AS slug
    FROM structure s JOIN commune c ON c.code = s.commune_code WHERE s.id = ${id}`);
  return structure ?? null;
}

/** Whole euros of its instalments, cancelled ones left out; null where none is known. */
export type AwardLine = AwardKey & {
  name: string;
  commune: string;
  shortLabel: string;
  label: AwardLabel;
  isPublic: boolean;
  /** Of the aid itself, the bonus apart. */
  aidEuros: number | null;
  promisedEuros: number | null;
  paidEuros: number | null;
  minTotalEuros: number | null;
};

const lines = (condition: Sql, order: Sql, limit: number, offset = 0) =>
  queryRows<AwardLine>(sql`
    SELECT a.structure_id AS "structureId", a.wave_id AS "waveId", s.name, c.name AS commune,
      w.short_label AS "shortLabel", a.label, ${isPublic} AS "isPublic",
      m.aid AS "aidEuros", m.promised AS "promisedEuros", m.paid AS "paidEuros", w.min_total_euros AS "minTotalEuros"
    FROM award a JOIN structure s ON s.id = a.structure_id JOIN commune c ON c.code = s.commune_code
      JOIN wave w ON w.id = a.wave_id
      LEFT JOIN LATERAL (
        SELECT (sum(i.amount_euros) FILTER (WHERE i.purpose = 'seed'))::float8 AS aid,
          sum(i.amount_euros)::float8 AS promised,
          (sum(i.amount_euros) FILTER (WHERE i.status = 'paid'))::float8 AS paid
        FROM instalment i WHERE i.award_id = a.id AND i.status <> 'cancelled'
      ) m ON true
    WHERE ${condition} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`);

const AWARDS_PER_PAGE = 50;

export async function listAwardsOfWave(waveId: string, asked: number, scope: RegionScope) {
  const seen = sql`a.wave_id = ${waveId} AND ((${isPublic}) OR ${withinScope(scope)})`;
  const [counted] = await queryRows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM award a JOIN structure s ON s.id = a.structure_id WHERE ${seen}`,
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / AWARDS_PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const awards = await lines(seen, sql`s.name COLLATE "fr-x-icu", s.id`, AWARDS_PER_PAGE, (page - 1) * AWARDS_PER_PAGE);
  return { total, pages, page, awards };
}

export const listAwardsOfStructure = (structureId: string): Promise<AwardLine[]> =>
  lines(sql`a.structure_id = ${structureId}`, sql`w.rank, w.id`, 100);

export type Pickable = { id: string; name: string; commune: string; department: string; state: 'draft' | 'published' };

export const MOST_PICKABLE = 60;

export const listPickable = (waveId: string, search: string, scope: RegionScope) =>
  readPickable(waveId, scope, foundBy(search));

export async function listPicked(waveId: string, ids: readonly string[], scope: RegionScope): Promise<Pickable[]> {
  if (ids.length === 0) return [];
  return (await readPickable(waveId, scope, sql`AND s.id = ANY(${[...ids]})`, ids.length)).structures;
}

function foundBy(search: string): Sql {
  const words = plainWords(search).split(' ').filter(Boolean).slice(0, 8);
  // The words of plainWords are letters and figures: nothing in them is an operator of the search.
  return words.length > 0
    ? sql`AND s.search_vector @@ to_tsquery('fr', ${words.map((word) => `${word}:*`).join(' & ')})`
    : empty;
}

async function readPickable(waveId: string, scope: RegionScope, condition: Sql, most = MOST_PICKABLE) {
  const rows = await queryRows<Pickable & { total: number }>(sql`
    SELECT s.id, s.name, c.name AS commune, d.name AS department, (count(*) OVER ())::int AS total,
      ${stateColumn} AS state
    FROM structure s JOIN commune c ON c.code = s.commune_code JOIN department d ON d.code = s.department_code
    WHERE ${isNotArchived} AND NOT EXISTS (SELECT 1 FROM award a WHERE a.structure_id = s.id AND a.wave_id = ${waveId})
      AND ${withinScope(scope)} ${condition}
    ORDER BY s.name COLLATE "fr-x-icu", s.id LIMIT ${most}`);
  return { total: rows[0]?.total ?? 0, structures: rows.map(({ total: _, ...structure }) => structure) };
}
