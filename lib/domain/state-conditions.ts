import { sql } from '@/lib/database/db';

/** The states of a structure, as conditions on the alias `s` of it: what `stateOf` says of one. */
export const isPublic = sql`s.published_at IS NOT NULL AND s.archived_at IS NULL`;
export const isDraft = sql`s.published_at IS NULL AND s.archived_at IS NULL`;
export const isArchived = sql`s.archived_at IS NOT NULL`;
/** Archived ones are asked for by name: they are nobody's daily work. */
export const isNotArchived = sql`s.archived_at IS NULL`;

/** The state itself, as `StructureState` names it. */
export const stateColumn = sql`CASE WHEN ${isArchived} THEN 'archived' WHEN ${isPublic} THEN 'published' ELSE 'draft' END`;
