import { beforeAll } from 'vitest';
import { getPool } from '@/lib/database/db';
import type { RegionScope, Role } from '@/lib/permissions/policy';
import { STRUCTURE_FIELD_NAMES } from '@/lib/structures/fields';
import type { Typed } from '@/lib/structures/resolve';

let made = 0;

export async function makeActor(role: Role = 'administrator', regionScope: RegionScope = null) {
  made += 1;
  const { rows } = await getPool().query<{ id: string }>(
    `INSERT INTO "user" (name, email, role, covers_france, region_scope) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [`Personne ${made}`, `personne-${made}@exemple.fr`, role, regionScope === null, regionScope ?? []],
  );
  return { origin: 'interface' as const, id: rows[0]?.id ?? '', role, regionScope };
}

/** Of the whole file, added once its database is there. */
export function useActor(role: Role = 'administrator', regionScope: RegionScope = null) {
  const actor = { origin: 'interface' as const, id: '', role, regionScope };
  beforeAll(async () => {
    Object.assign(actor, await makeActor(role, regionScope));
  });
  return actor;
}

const BLANK = Object.fromEntries(
  STRUCTURE_FIELD_NAMES.filter((name) => name !== 'densityLevel').map((name) => [name, null]),
) as Record<Exclude<keyof Typed, 'name' | 'communeCode' | 'territory' | 'contactPublished' | 'sources'>, null>;

export const anyStructure = (change: Partial<Typed> = {}): Typed => ({
  ...BLANK,
  name: 'La Halle aux idées',
  communeCode: '59512',
  territory: 'unknown',
  contactPublished: false,
  sources: [{ url: 'https://exemple.fr/annonce', title: 'Annonce', publishedOn: '2020-02-04' }],
  ...change,
});

export const giveAward = (structureId: string, waveId = 'vague-1') =>
  getPool().query(`INSERT INTO award (structure_id, wave_id, label) VALUES ($1, $2, 'fabrique')`, [
    structureId,
    waveId,
  ]);
