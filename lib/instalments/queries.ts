import { join, queryRows, type Sql, sql } from '@/lib/database/db';
import type { AwardKey } from '@/lib/domain/award-key';
import type { AwardLabel } from '@/lib/domain/award-label';
import type { InstalmentPurpose, InstalmentStatus } from '@/lib/domain/instalment';
import { isNotArchived, isPublic } from '@/lib/domain/state-conditions';
import { todayInParis } from '@/lib/french/dates';
import type { RegionScope } from '@/lib/permissions/policy';
import { saying, TRUE, withinScope } from '@/lib/structures/office-set';
import { MOST_EXPORTED } from '@/lib/text/csv';
import { type InstalmentFilter, PURPOSE_ASKED } from './filter';

export const INSTALMENTS_PER_PAGE = 50;

export type InstalmentLine = AwardKey & {
  id: string;
  name: string;
  commune: string;
  departmentCode: string;
  region: string;
  isPublic: boolean;
  shortLabel: string;
  label: AwardLabel;
  conventionReference: string | null;
  purpose: InstalmentPurpose;
  yearOfAid: number | null;
  calendarYear: number | null;
  amountEuros: number;
  status: InstalmentStatus;
  paidOn: string | null;
  sourceUrl: string | null;
  isOverdue: boolean;
};

const TO_PAY = sql`i.status IN ('announced', 'planned')`;
/** Only a calendar year that a source gives can be over: none is worked out from the year of the aid. */
const overdue = () => sql`(${TO_PAY} AND i.calendar_year < ${Number(todayInParis().slice(0, 4))})`;

const STATES: Record<NonNullable<InstalmentFilter['etat']>, Sql> = {
  'a-verser': TO_PAY,
  annonce: sql`i.status = 'announced'`,
  prevu: sql`i.status = 'planned'`,
  verse: sql`i.status = 'paid'`,
  annule: sql`i.status = 'cancelled'`,
};

const matching = ({ q, etat, region, vague, objet, annee, retard }: InstalmentFilter, scope: RegionScope): Sql =>
  join(
    [
      isNotArchived,
      withinScope(scope),
      saying(q),
      etat ? STATES[etat] : TRUE,
      region ? sql`s.region_code = ${region}` : TRUE,
      vague ? sql`a.wave_id = ${vague}` : TRUE,
      objet ? sql`i.purpose = ${PURPOSE_ASKED[objet]}::instalment_purpose` : TRUE,
      annee ? sql`i.year_of_aid = ${Number(annee)}` : TRUE,
      retard ? overdue() : TRUE,
    ],
    ' AND ',
  );

const FROM = sql`instalment i JOIN award a ON a.id = i.award_id JOIN structure s ON s.id = a.structure_id
  JOIN commune c ON c.code = s.commune_code JOIN region r ON r.code = s.region_code JOIN wave w ON w.id = a.wave_id`;

const BY_STRUCTURE = sql`s.name COLLATE "fr-x-icu", s.id, w.rank, w.id, i.year_of_aid NULLS LAST, i.id`;
const SORTS: Record<InstalmentFilter['tri'], Sql> = {
  structure: BY_STRUCTURE,
  echeance: sql`i.calendar_year NULLS LAST, i.paid_on NULLS LAST, ${BY_STRUCTURE}`,
  montant: sql`i.amount_euros DESC, ${BY_STRUCTURE}`,
  vague: sql`w.rank, w.id, ${BY_STRUCTURE}`,
};

const lines = (filter: InstalmentFilter, scope: RegionScope, limit: number, offset: number) =>
  queryRows<InstalmentLine>(sql`
    SELECT i.id::text AS id, a.structure_id AS "structureId", a.wave_id AS "waveId", s.name, c.name AS commune,
      s.department_code AS "departmentCode", r.name AS region,
      ${isPublic} AS "isPublic", w.short_label AS "shortLabel", a.label::text AS label,
      a.convention_reference AS "conventionReference", i.purpose::text AS purpose,
      i.year_of_aid::int AS "yearOfAid", i.calendar_year::int AS "calendarYear", i.amount_euros AS "amountEuros",
      i.status::text AS status, to_char(i.paid_on, 'YYYY-MM-DD') AS "paidOn", i.source_url AS "sourceUrl",
      coalesce(${overdue()}, false) AS "isOverdue"
    FROM ${FROM} WHERE ${matching(filter, scope)} ORDER BY ${SORTS[filter.tri]} LIMIT ${limit} OFFSET ${offset}`);

/** Whole euros of a set, cancelled instalments left out of all but their own figure. */
export type InstalmentTotals = { count: number; promised: number; paid: number; cancelled: number };

async function addUp(filter: InstalmentFilter, scope: RegionScope): Promise<InstalmentTotals> {
  const [totals] = await queryRows<InstalmentTotals>(sql`
    SELECT count(*)::int AS count,
      coalesce(sum(i.amount_euros) FILTER (WHERE i.status <> 'cancelled'), 0)::float8 AS promised,
      coalesce(sum(i.amount_euros) FILTER (WHERE i.status = 'paid'), 0)::float8 AS paid,
      coalesce(sum(i.amount_euros) FILTER (WHERE i.status = 'cancelled'), 0)::float8 AS cancelled
    FROM ${FROM} WHERE ${matching(filter, scope)}`);
  return totals ?? { count: 0, promised: 0, paid: 0, cancelled: 0 };
}

export async function listInstalments(filter: InstalmentFilter, scope: RegionScope) {
  const totals = await addUp(filter, scope);
  const pages = Math.max(1, Math.ceil(totals.count / INSTALMENTS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const rows = await lines(filter, scope, INSTALMENTS_PER_PAGE, (page - 1) * INSTALMENTS_PER_PAGE);
  return { totals, page, pages, rows };
}

export const listInstalmentsForExport = (filter: InstalmentFilter, scope: RegionScope): Promise<InstalmentLine[]> =>
  lines(filter, scope, MOST_EXPORTED, 0);
