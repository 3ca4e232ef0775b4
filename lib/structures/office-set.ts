import { join, type Sql, sql } from '@/lib/database/db';
import type { RegionScope } from '@/lib/permissions/policy';
import { plainWords } from '@/lib/text/plain-words';

/** Conditions on a structure `s` and its commune `c`, which every list of the back office shares. */
export const TRUE = sql`true`;

export const withinScope = (scope: RegionScope): Sql => {
  if (scope === null) return TRUE;
  return scope.length === 0 ? sql`false` : sql`s.region_code IN (${join([...scope])})`;
};

export function saying(q: string): Sql {
  const words = plainWords(q).split(' ').filter(Boolean).slice(0, 8);
  if (words.length === 0) return TRUE;
  const text = sql`plain_words(concat_ws(' ', s.name, s.official_name, c.name))`;
  return join(
    words.map((word) => sql`${text} LIKE ${`%${word}%`}`),
    ' AND ',
  );
}
