import { queryRows, type Sql, sql } from '@/lib/database/db';
import { isDraft, isPublic } from '@/lib/domain/state-conditions';
import type { RegionScope } from '@/lib/permissions/policy';
import { withinScope } from '@/lib/structures/office-set';

const EXAMPLES = 4;

type Example = { id: string; name: string; commune: string };
export type Care = { count: number; examples: Example[] };

export type UpkeepCounts = {
  published: number;
  /** Published and missing at least one of the things below. */
  incomplete: number;
  drafts: Care;
  withoutPosition: Care;
  gaps: Record<GapKey, number>;
};
export type GapKey = 'territory' | 'label' | 'website' | 'description';

async function care(condition: Sql, scope: RegionScope): Promise<Care> {
  const rows = await queryRows<Example & { count: number }>(sql`
    SELECT s.id, s.name, c.name AS commune, (count(*) OVER ())::int AS count
    FROM structure s JOIN commune c ON c.code = s.commune_code
    WHERE ${condition} AND ${withinScope(scope)}
    ORDER BY s.updated_at DESC, s.name COLLATE "fr-x-icu", s.id LIMIT ${EXAMPLES}`);
  return { count: rows[0]?.count ?? 0, examples: rows.map(({ count: _, ...example }) => example) };
}

export async function getUpkeep(scope: RegionScope): Promise<UpkeepCounts> {
  const [drafts, withoutPosition, [row]] = await Promise.all([
    care(isDraft, scope),
    care(sql`${isPublic} AND s.longitude IS NULL`, scope),
    queryRows<{ published: number; incomplete: number } & Record<GapKey, number>>(sql`
      SELECT count(*)::int AS published,
        (count(*) FILTER (WHERE f.territory OR f.label OR f.website OR f.description))::int AS incomplete,
        (count(*) FILTER (WHERE f.territory))::int AS territory,
        (count(*) FILTER (WHERE f.label))::int AS label,
        (count(*) FILTER (WHERE f.website))::int AS website,
        (count(*) FILTER (WHERE f.description))::int AS description
      FROM (
        SELECT s.territory = 'unknown' AS territory, s.website IS NULL AS website, s.description IS NULL AS description,
          EXISTS (SELECT 1 FROM award a WHERE a.structure_id = s.id AND a.label = 'unknown') AS label
        FROM structure s WHERE ${isPublic} AND ${withinScope(scope)}
      ) f`),
  ]);
  const { published = 0, incomplete = 0, ...gaps } = row ?? { territory: 0, label: 0, website: 0, description: 0 };
  return { published, incomplete, drafts, withoutPosition, gaps };
}

export type ShortWave = { id: string; label: string; announced: number; listed: number };

/** Waves that announced more laureates than the directory names, over the whole of France: they were announced so. */
export const listShortWaves = (): Promise<ShortWave[]> =>
  queryRows<ShortWave>(sql`
    SELECT w.id, w.label, w.announced_count AS announced, count(s.id)::int AS listed
    FROM wave w
      LEFT JOIN award a ON a.wave_id = w.id
      LEFT JOIN structure s ON s.id = a.structure_id AND ${isPublic}
    WHERE w.announced_count IS NOT NULL
    GROUP BY w.id HAVING count(s.id) < w.announced_count
    ORDER BY w.rank, w.id`);
