import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import type { AwardLabel } from '@/lib/domain/award-label';
import type { PositionPrecision } from '@/lib/domain/position';
import type { Territory, TerritoryBasis } from '@/lib/domain/territory';
import { distanceKm } from '@/lib/geography/circle';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { countPages, type DirectoryFilter } from './filter';
import { directoryQuery } from './href';
import { matchingAwards, orderOf } from './matching';
import { pageOf } from './page-of-set';
import { readSet } from './read-filter';
import type { SearchReading } from './search-reading';

export type ListedAward = { waveId: string; label: AwardLabel };

/** Degrees WGS 84, whole euros, kilometres. */
export type ListedStructure = {
  id: string;
  slug: string;
  name: string;
  commune: { code: string; name: string };
  department: { code: string; name: string };
  region: { code: string; slug: string; name: string };
  territory: Territory;
  territoryBasis: TerritoryBasis | null;
  awards: ListedAward[];
  /** Of the awards that the filter asks for, but the cancelled ones; null when no amount is published. */
  promisedEuros: number | null;
  longitude: number | null;
  latitude: number | null;
  positionPrecision: PositionPrecision | null;
  /** From the centre of the commune searched; null without one. */
  distanceKm: number | null;
};

export type DirectoryPage = {
  total: number;
  page: number;
  pages: number;
  items: ListedStructure[];
  reading: SearchReading | null;
};

type Row = Omit<ListedStructure, 'commune' | 'department' | 'region' | 'awards'> & {
  total: number;
  communeCode: string;
  communeName: string;
  departmentCode: string;
  regionCode: string;
  awardKeys: string[];
};

function toAward(key: string): ListedAward {
  const separator = key.lastIndexOf(':');
  return { waveId: key.slice(0, separator), label: key.slice(separator + 1) as AwardLabel };
}

async function readRows(filter: DirectoryFilter): Promise<{ rows: Row[]; reading: SearchReading | null }> {
  const set = await readSet(filter);
  const distance = filter.near ? distanceKm(filter.near) : sql`NULL::float8`;
  const rows = await queryRows<Row>(sql`
    WITH ${pageOf(set)}
    SELECT total.total, s.id, s.slug, s.name, s.commune_code AS "communeCode", c.name AS "communeName",
      s.department_code AS "departmentCode", s.region_code AS "regionCode", s.territory,
      s.territory_basis AS "territoryBasis", s.award_keys AS "awardKeys", s.longitude, s.latitude,
      s.position_precision AS "positionPrecision", ${distance} AS "distanceKm",
      (SELECT sum(i.amount_euros)::int FROM award a JOIN instalment i ON i.award_id = a.id
        WHERE a.structure_id = s.id AND i.status <> 'cancelled' AND ${matchingAwards(filter)}) AS "promisedEuros"
    FROM total
    LEFT JOIN (page JOIN structure s ON s.id = page.id JOIN commune c ON c.code = s.commune_code) ON TRUE
    ORDER BY ${orderOf(set)}`);
  return { rows, reading: set.reading };
}

const byCode = <Area extends { code: string }>(areas: readonly Area[]) =>
  new Map(areas.map((area) => [area.code, area]));

/** Made once: every list names the places of its rows. */
const areasByCode = () =>
  remember('areas by code', async () => {
    const [regions, departments] = await Promise.all([listRegions(), listDepartments()]);
    return { regionOf: byCode(regions), departmentOf: byCode(departments) };
  });

/** Read anew: for who keeps what becomes of it. */
export async function readList(filter: DirectoryFilter): Promise<DirectoryPage> {
  const [{ rows, reading }, { regionOf, departmentOf }] = await Promise.all([readRows(filter), areasByCode()]);
  const total = rows[0]?.total ?? 0;
  const items = rows
    .filter((row) => row.id !== null)
    .map(
      ({
        total: _,
        communeCode,
        communeName,
        departmentCode,
        regionCode,
        awardKeys,
        ...structure
      }): ListedStructure => {
        const region = regionOf.get(regionCode);
        return {
          ...structure,
          commune: { code: communeCode, name: communeName },
          department: { code: departmentCode, name: departmentOf.get(departmentCode)?.name ?? departmentCode },
          region: { code: regionCode, slug: region?.slug ?? regionCode, name: region?.name ?? regionCode },
          awards: awardKeys.map(toAward),
        };
      },
    );
  return { total, page: filter.page, pages: countPages(total), items, reading };
}

/** A page beyond the end has no items and says how many pages there are. */
export const listStructures = (filter: DirectoryFilter): Promise<DirectoryPage> =>
  remember(`list ${directoryQuery(filter)}`, () => readList(filter));

export async function listStructuresOrLastPage(filter: DirectoryFilter): Promise<DirectoryPage> {
  const asked = await listStructures(filter);
  return asked.page > asked.pages ? listStructures({ ...filter, page: asked.pages }) : asked;
}
