import { sql } from '@/lib/database/db';
import { ask } from './database';

type Region = { code: string; slug: string; name: string };
type Department = { code: string; name: string; regionSlug: string };

/** Read once: this server never sees an edit. */
export async function readReference() {
  const regions = await ask<Region>(sql`
    SELECT code, slug, name FROM region r WHERE is_ranked OR EXISTS (SELECT 1 FROM structure_tally t WHERE t.region_code = r.code)
    ORDER BY is_ranked DESC, name COLLATE "fr-x-icu"`);
  const departments = await ask<Department>(sql`
    SELECT d.code, d.name, r.slug AS "regionSlug" FROM department d JOIN region r ON r.code = d.region_code
    WHERE r.is_ranked OR EXISTS (SELECT 1 FROM structure_tally t WHERE t.department_code = d.code) ORDER BY d.code`);
  return {
    regions,
    departments,
    waves: await ask<{ id: string; shortLabel: string }>(
      sql`SELECT id, short_label AS "shortLabel" FROM wave ORDER BY rank, id`,
    ),
    regionOf: new Map(regions.map((region) => [region.code, region])),
    departmentOf: new Map(departments.map((department) => [department.code, department])),
  };
}

export type Reference = Awaited<ReturnType<typeof readReference>>;
