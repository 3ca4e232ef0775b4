import { type Sql, sql } from '@/lib/database/db';
import { isPublic } from '@/lib/domain/state-conditions';
import { PAGE_SIZE } from './filter';
import { type DirectorySet, isCounted, isCountedIn, matching, matchingFacets, orderOf } from './matching';

const offsetOf = ({ filter }: DirectorySet) => (filter.page - 1) * PAGE_SIZE;

const inOrder = (set: DirectorySet): Sql => sql`ORDER BY ${orderOf(set)} LIMIT ${PAGE_SIZE} OFFSET ${offsetOf(set)}`;

/**
 * The planner takes région, territory and awards for independent, and would read every structure before it finds a set empty.
 * Of N public structures, walking in order reads (offset + 20) × N / total; fetching the whole set reads its total.
 */
function pageOfCountedSet(set: DirectorySet): Sql {
  const { filter } = set;
  const mostRows = offsetOf(set) + PAGE_SIZE;
  // OFFSET 0 keeps the planner from turning either way into the other.
  return sql`
    (SELECT s.id
      FROM (SELECT s.* FROM structure s WHERE ${isPublic} ORDER BY ${orderOf(set)} OFFSET 0) s
      WHERE (SELECT total::float8 ^ 2 > ${mostRows}::float8 * everyone FROM total) AND ${matchingFacets(filter)}
      ${inOrder(set)})
    UNION ALL
    (SELECT s.id
      FROM (SELECT s.* FROM structure_tally s WHERE ${matchingFacets(filter)}) t
      CROSS JOIN LATERAL (
        SELECT s.* FROM structure s
        WHERE ${isCountedIn} AND ${isPublic}
        OFFSET 0
      ) s
      WHERE (SELECT total::float8 ^ 2 <= ${mostRows}::float8 * everyone FROM total)
      ${inOrder(set)})`;
}

const countedSet = (set: DirectorySet): Sql => sql`
  total AS MATERIALIZED (
    SELECT coalesce(sum(s.structures) FILTER (WHERE ${matchingFacets(set.filter)}), 0)::int AS total,
      coalesce(sum(s.structures), 0)::int AS everyone
    FROM structure_tally s
  ), page AS (${pageOfCountedSet(set)})`;

/** By relevance every structure found is read for its rank: it is counted by the same reading. */
const rankedSet = (set: DirectorySet): Sql => sql`
  found AS MATERIALIZED (
    SELECT s.id, s.name, s.search_vector FROM structure s WHERE ${matching(set)}
  ), total AS (
    SELECT count(*)::int AS total FROM found
  ), page AS (
    SELECT s.id FROM found s ${inOrder(set)}
  )`;

const scannedSet = (set: DirectorySet): Sql => sql`
  total AS (
    SELECT count(*)::int AS total FROM structure s WHERE ${matching(set)}
  ), page AS (
    SELECT s.id FROM structure s WHERE ${matching(set)} ${inOrder(set)}
  )`;

/** Common tables, among them `total` (one row: `total`) and `page` (the `id` of its structures). */
export function pageOf(set: DirectorySet): Sql {
  if (isCounted(set)) return countedSet(set);
  return set.filter.tri === 'pertinence' ? rankedSet(set) : scannedSet(set);
}
