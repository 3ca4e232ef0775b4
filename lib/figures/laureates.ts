import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { countFacets } from '@/lib/directory/facets';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { setKey, updateFilter } from '@/lib/directory/href';
import { matching, matchingAwards } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';
import type { AwardLabel } from '@/lib/domain/award-label';
import type { PositionPrecision } from '@/lib/domain/position';
import type { Territory } from '@/lib/domain/territory';

/** Beyond, the directory takes over. */
export const MOST_LISTED = 200;

/** Once per wave in which it was selected. Degrees WGS 84, whole euros; null is « non précisé ». */
export type Laureate = {
  /** From 1; the same each time the structure is named. */
  number: number;
  slug: string;
  name: string;
  commune: string;
  address: string | null;
  departmentCode: string;
  departmentName: string;
  regionCode: string;
  territory: Territory;
  website: string | null;
  longitude: number | null;
  latitude: number | null;
  positionPrecision: PositionPrecision | null;
  waveId: string;
  label: AwardLabel;
  promisedEuros: number | null;
  bonusEuros: number;
};

type SheetOrder = 'wave' | 'region';

type Row = Omit<Laureate, 'number'>;

/** At its first mention. */
export function numberLaureates(rows: readonly Row[]): Laureate[] {
  const numbers = new Map<string, number>();
  return rows.map((row) => {
    const number = numbers.get(row.slug) ?? numbers.size + 1;
    numbers.set(row.slug, number);
    return { number, ...row };
  });
}

async function readPart(filter: DirectoryFilter, limit: number): Promise<Row[]> {
  const set = await readSet(filter);
  return queryRows<Row>(sql`
    WITH listed AS (
      SELECT s.id, s.name FROM structure s WHERE ${matching(set)} ORDER BY s.name COLLATE "fr-x-icu", s.id LIMIT ${limit}
    )
    SELECT s.slug, s.name, c.name AS commune, s.address, d.code AS "departmentCode", d.name AS "departmentName",
      s.region_code AS "regionCode", s.territory, s.website, s.longitude, s.latitude,
      s.position_precision AS "positionPrecision", a.wave_id AS "waveId", a.label,
      (SELECT sum(i.amount_euros)::float8 FROM instalment i
        WHERE i.award_id = a.id AND i.status <> 'cancelled') AS "promisedEuros",
      (SELECT coalesce(sum(i.amount_euros), 0)::float8 FROM instalment i
        WHERE i.award_id = a.id AND i.status <> 'cancelled' AND i.purpose = 'digital_bonus') AS "bonusEuros"
    FROM listed l JOIN structure s ON s.id = l.id JOIN award a ON a.structure_id = s.id
      JOIN wave w ON w.id = a.wave_id JOIN commune c ON c.code = s.commune_code
      JOIN department d ON d.code = s.department_code
    WHERE ${matchingAwards(filter)}
    ORDER BY s.name COLLATE "fr-x-icu", s.id, w.rank LIMIT ${limit}`);
}

/** By rank, or in French order. */
async function partsOf(filter: DirectoryFilter, order: SheetOrder): Promise<DirectoryFilter[]> {
  const facets = await countFacets(filter);
  const key = order === 'wave' ? 'vague' : 'region';
  const asked = filter[key];
  const within = facets[key].filter(({ value, count }) => count > 0 && (asked.length === 0 || asked.includes(value)));
  return within.map(({ value }) => updateFilter(filter, { [key]: [value] }));
}

/** At most `MOST_LISTED`: by wave or by région, then by name. */
export const listLaureates = (filter: DirectoryFilter, order: SheetOrder): Promise<Laureate[]> =>
  remember(`laureates ${order} ${setKey(filter)}`, async () => {
    const rows: Row[] = [];
    // Part after part, so that a set of a million is never sorted whole for its first names.
    for (const part of await partsOf(filter, order)) {
      if (rows.length < MOST_LISTED) rows.push(...(await readPart(part, MOST_LISTED - rows.length)));
    }
    return numberLaureates(rows);
  });
