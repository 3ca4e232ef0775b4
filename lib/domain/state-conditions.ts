import { sql } from '@/lib/database/db';

/** On the alias `s` of a structure: what `stateOf` says of one. */
export const isPublic = sql`s.published_at IS NOT NULL AND s.archived_at IS NULL`;
export const isDraft = sql`s.published_at IS NULL AND s.archived_at IS NULL`;
export const isArchived = sql`s.archived_at IS NOT NULL`;
export const isNotArchived = sql`s.archived_at IS NULL`;

export const stateColumn = sql`CASE WHEN ${isArchived} THEN 'archived' WHEN ${isPublic} THEN 'published' ELSE 'draft' END`;
