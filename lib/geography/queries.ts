import { remember } from '@/lib/cache';
import { join, queryRows, sql } from '@/lib/database/db';

export type Region = {
  code: string;
  slug: string;
  name: string;
  /** A collectivity is not, and appears only when it has a laureate. */
  isRanked: boolean;
  population: number | null;
  structures: number;
};

export type Department = {
  code: string;
  name: string;
  regionCode: string;
  regionSlug: string;
  regionName: string;
  isRanked: boolean;
  population: number | null;
  structures: number;
};

/** French order. */
export const listRegions = (): Promise<Region[]> =>
  remember('regions', () =>
    queryRows<Region>(sql`
      SELECT r.code, r.slug, r.name, r.is_ranked AS "isRanked", r.population, coalesce(t.structures, 0) AS structures
      FROM region r
      LEFT JOIN (SELECT region_code, sum(structures)::int AS structures FROM structure_tally GROUP BY 1) t ON t.region_code = r.code
      WHERE r.is_ranked OR t.structures > 0
      ORDER BY r.is_ranked DESC, r.name COLLATE "fr-x-icu"`),
  );

/** By code; a collectivity only when it has a laureate. */
export const listDepartments = (): Promise<Department[]> =>
  remember('departments', () =>
    queryRows<Department>(sql`
      SELECT d.code, d.name, r.code AS "regionCode", r.slug AS "regionSlug", r.name AS "regionName",
        r.is_ranked AS "isRanked", d.population, coalesce(t.structures, 0) AS structures
      FROM department d JOIN region r ON r.code = d.region_code
      LEFT JOIN (SELECT department_code, sum(structures)::int AS structures FROM structure_tally GROUP BY 1) t
        ON t.department_code = d.code
      WHERE r.is_ranked OR t.structures > 0
      ORDER BY d.code`),
  );

export type CommuneCentre = { code: string; name: string; longitude: number | null; latitude: number | null };

/** The city for an arrondissement of Paris, Lyon or Marseille. Degrees WGS 84. */
export const findCommune = (code: string): Promise<CommuneCentre | null> =>
  remember(`commune ${code}`, async () => {
    const [commune] = await queryRows<CommuneCentre>(sql`
      SELECT c.code, c.name, c.longitude, c.latitude FROM commune c
      WHERE c.code = coalesce((SELECT a.commune_code FROM commune_alias a WHERE a.code = ${code}), ${code})`);
    return commune ?? null;
  });

/** Unknown codes are left out. */
export async function namesOfCommunes(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await queryRows<{ code: string; name: string }>(
    sql`SELECT code, name FROM commune WHERE code IN (${join([...new Set(codes)])}) ORDER BY code`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
