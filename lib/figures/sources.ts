import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import { isPublic } from '@/lib/domain/state-conditions';

/** `YYYY-MM-DD`, null when the source gives none. */
export type SheetSource = { url: string; title: string; publishedOn: string | null };

const MOST_SOURCES = 12;

/** The most cited first, at most 12. */
export const listSources = (slugs: readonly string[]): Promise<SheetSource[]> =>
  remember(`sources ${slugs.join(' ')}`, () =>
    queryRows<SheetSource>(sql`
      SELECT o.url, o.title, to_char(o.published_on, 'YYYY-MM-DD') AS "publishedOn"
      FROM structure s JOIN structure_source o ON o.structure_id = s.id
      WHERE s.slug = ANY (${slugs}::text[]) AND ${isPublic}
      GROUP BY o.url, o.title, o.published_on ORDER BY count(*) DESC, o.title, o.url LIMIT ${MOST_SOURCES}`),
  );
