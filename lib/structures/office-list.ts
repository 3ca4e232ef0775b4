import { join, queryRows, type Sql, sql } from '@/lib/database/db';
import { fromUrlValue } from '@/lib/directory/filter';
import { isArchived, isDraft, isNotArchived, isPublic, stateColumn } from '@/lib/domain/state-conditions';
import type { StructureState } from '@/lib/domain/structure-state';
import type { Territory } from '@/lib/domain/territory';
import type { RegionScope } from '@/lib/permissions/policy';
import type { OfficeFilter } from './office-filter';
import { saying, TRUE, withinScope } from './office-set';

export const OFFICE_PAGE_SIZE = 50;

export type OfficeRow = {
  id: string;
  name: string;
  communeName: string;
  departmentCode: string;
  state: StructureState;
  territory: Territory;
  awards: number;
  hasPosition: boolean;
  version: number;
  updatedAt: Date;
};

const STATES: Record<NonNullable<OfficeFilter['etat']>, Sql> = {
  brouillon: isDraft,
  publiee: isPublic,
  archivee: isArchived,
};

const hasUnknownLabel = sql`EXISTS (SELECT 1 FROM award u WHERE u.structure_id = s.id AND u.label = 'unknown')`;
const MISSING: Record<NonNullable<OfficeFilter['manque']>, Sql> = {
  incomplete: sql`(s.territory = 'unknown' OR s.website IS NULL OR s.description IS NULL OR ${hasUnknownLabel})`,
  position: sql`s.longitude IS NULL`,
  territoire: sql`s.territory = 'unknown'`,
  label: hasUnknownLabel,
  site: sql`s.website IS NULL`,
  description: sql`s.description IS NULL`,
};

function matching({ q, etat, region, territoire, vague, manque, ancien }: OfficeFilter, scope: RegionScope): Sql {
  return join(
    [
      withinScope(scope),
      saying(q),
      etat ? STATES[etat] : isNotArchived,
      region ? sql`s.region_code = ${region}` : TRUE,
      territoire ? sql`s.territory = ${fromUrlValue('territoire', territoire)}::territory` : TRUE,
      vague ? sql`EXISTS (SELECT 1 FROM award a WHERE a.structure_id = s.id AND a.wave_id = ${vague})` : TRUE,
      manque ? MISSING[manque] : TRUE,
      ancien ? sql`s.updated_at < now() - interval '1 year'` : TRUE,
    ],
    ' AND ',
  );
}

const SORTS: Record<OfficeFilter['tri'], Sql> = {
  nom: sql`s.name COLLATE "fr-x-icu", s.id`,
  modifiee: sql`s.updated_at DESC, s.id`,
  commune: sql`c.name COLLATE "fr-x-icu", s.name COLLATE "fr-x-icu", s.id`,
  etat: sql`state, s.name COLLATE "fr-x-icu", s.id`,
};

export async function listForOffice(filter: OfficeFilter, scope: RegionScope) {
  const condition = matching(filter, scope);
  const [counted] = await queryRows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM structure s JOIN commune c ON c.code = s.commune_code WHERE ${condition}`,
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / OFFICE_PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await queryRows<OfficeRow>(sql`
    SELECT s.id, s.name, c.name AS "communeName", s.department_code AS "departmentCode", s.territory::text AS territory,
      ${stateColumn} AS state,
      cardinality(s.award_keys) AS awards, s.longitude IS NOT NULL AS "hasPosition", s.version, s.updated_at AS "updatedAt"
    FROM structure s JOIN commune c ON c.code = s.commune_code
    WHERE ${condition} ORDER BY ${SORTS[filter.tri]}
    LIMIT ${OFFICE_PAGE_SIZE} OFFSET ${(page - 1) * OFFICE_PAGE_SIZE}`);
  return { total, page, pages, rows };
}

/** The menu of every page asks for it: of the structures, it reads drafts alone. */
export const countedForOffice = (scope: RegionScope): Sql => sql`
  SELECT ((SELECT coalesce(sum(s.structures), 0) FROM structure_tally s WHERE ${withinScope(scope)})
    + (SELECT count(*) FROM structure s WHERE ${withinScope(scope)} AND ${isDraft}))::int AS total`;

export async function countForOffice(scope: RegionScope): Promise<number> {
  const [row] = await queryRows<{ total: number }>(countedForOffice(scope));
  return row?.total ?? 0;
}
