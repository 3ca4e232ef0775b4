import { ask } from './database';

type Region = { code: string; slug: string; name: string };
type Department = { code: string; name: string; regionSlug: string };
type Wave = { id: string; shortLabel: string };

/** Names that every answer needs, read once: this server never sees an edit. */
export type Reference = {
  regions: Region[];
  departments: Department[];
  waves: Wave[];
  regionOf: Map<string, Region>;
  departmentOf: Map<string, Department>;
};

export async function readReference(): Promise<Reference> {
  const regions = await ask<Region>(
    `SELECT code, slug, name FROM region r
     WHERE is_ranked OR EXISTS (SELECT 1 FROM structure_tally t WHERE t.region_code = r.code AND t.structures > 0)
     ORDER BY is_ranked DESC, name COLLATE "fr-x-icu"`,
    [],
  );
  const departments = await ask<Department>(
    `SELECT d.code, d.name, r.slug AS "regionSlug" FROM department d JOIN region r ON r.code = d.region_code
     WHERE r.is_ranked OR EXISTS (SELECT 1 FROM structure_tally t WHERE t.department_code = d.code AND t.structures > 0)
     ORDER BY d.code`,
    [],
  );
  const waves = await ask<Wave>(`SELECT id, short_label AS "shortLabel" FROM wave ORDER BY rank, id`, []);
  return {
    regions,
    departments,
    waves,
    regionOf: new Map(regions.map((region) => [region.code, region])),
    departmentOf: new Map(departments.map((department) => [department.code, department])),
  };
}
