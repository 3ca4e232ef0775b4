import { sql } from '@/lib/db';

/** Published and not archived, on the alias `s` of structure: the outer bound of every public set. */
export const isPublic = sql`s.published_at IS NOT NULL AND s.archived_at IS NULL`;
