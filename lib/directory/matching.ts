import { join, type Sql, sql } from '@/lib/db';
import { type AwardLabel, LABELS } from '@/lib/domain/award-label';
import { isPublic } from '@/lib/domain/state-conditions';
import { boxAround, distanceKm, insideBox } from '@/lib/geography/circle';
import type { DirectoryFilter, FacetKey, NearCommune } from './filter';
import type { SearchReading } from './search-reading';

/** A filter whose text has been read: everything that decides who belongs to the set. */
export type DirectorySet = { filter: DirectoryFilter; reading: SearchReading | null };

const nearCommune = (near: NearCommune): Sql =>
  sql`(${insideBox(boxAround(near, near.radiusKm))} AND ${distanceKm(near)} <= ${near.radiusKm})`;

/** « wave:label » keys of the awards asked for: wave and label hold for the same award. */
export function awardKeys(filter: Pick<DirectoryFilter, 'vague' | 'label'>, waveIds: readonly string[]): string[] {
  const labels: readonly AwardLabel[] = filter.label.length > 0 ? filter.label : LABELS;
  return waveIds.flatMap((wave) => labels.map((label) => `${wave}:${label}`));
}

function awardCondition({ vague, label }: Pick<DirectoryFilter, 'vague' | 'label'>): Sql | null {
  if (vague.length > 0) return sql`s.award_keys && ${awardKeys({ vague, label }, vague)}::text[]`;
  if (label.length === 0) return null;
  return sql`s.award_keys && ARRAY(SELECT w.id || ':' || l FROM wave w, unnest(${label}::text[]) AS l)`;
}

const allOf = (conditions: (Sql | null)[]): Sql => {
  const kept = conditions.filter((condition) => condition !== null);
  return kept.length > 0 ? join(kept, ' AND ') : sql`TRUE`;
};

/** Conditions on région, département, territory and awards, true of a structure or of a row of its tally, as `s`. */
export function matchingFacets(filter: DirectoryFilter, without?: FacetKey): Sql {
  const has = (key: FacetKey) => key !== without && filter[key].length > 0;
  return allOf([
    has('region')
      ? sql`s.region_code = ANY (SELECT r.code FROM region r WHERE r.slug = ANY (${filter.region}::text[]))`
      : null,
    has('departement') ? sql`s.department_code = ANY (${filter.departement}::text[])` : null,
    has('territoire') ? sql`s.territory = ANY (${filter.territoire}::territory[])` : null,
    awardCondition({
      vague: has('vague') ? filter.vague : [],
      label: has('label') ? filter.label : [],
    }),
  ]);
}

/** Conditions on text and place, with the bound of the public set, on `s`. */
function matchingTextAndPlace({ filter, reading }: DirectorySet): Sql {
  return allOf([
    isPublic,
    reading && (reading.tsquery === null ? sql`FALSE` : sql`s.search_vector @@ ${reading.tsquery}::tsquery`),
    filter.near && nearCommune(filter.near),
    filter.zone && insideBox(filter.zone),
  ]);
}

/** The one translation of a filter to SQL: who belongs to the set, as a condition on the alias `s` of structure. */
export const matching = (set: DirectorySet): Sql => sql`${matchingTextAndPlace(set)} AND ${matchingFacets(set.filter)}`;

/** Among the awards `a` of a matching structure, those the filter asks for: the euros of a set are theirs. */
export const matchingAwards = ({ vague, label }: DirectoryFilter): Sql =>
  allOf([
    vague.length > 0 ? sql`a.wave_id = ANY (${vague}::text[])` : null,
    label.length > 0 ? sql`a.label = ANY (${label}::award_label[])` : null,
  ]);

/** Whether a set is counted by rows that triggers keep ready: neither text nor place decides who belongs to it. */
export const isCounted = ({ filter, reading }: DirectorySet): boolean => !reading && !filter.near && !filter.zone;

/**
 * Rows to count by région, département, territory and awards (alias `s`, number in `s.structures`). Without text or
 * place they are kept ready by triggers; otherwise the matching structures are grouped once.
 */
export function countable(set: DirectorySet): Sql {
  if (isCounted(set)) return sql`structure_tally s`;
  return sql`(
    SELECT s.region_code, s.department_code, s.territory, s.award_keys, count(*)::int AS structures
    FROM structure s WHERE ${matchingTextAndPlace(set)} GROUP BY 1, 2, 3, 4) s`;
}

/** Tie-broken order of a list of structures `s`. */
export function orderOf({ filter, reading }: DirectorySet): Sql {
  const byName = sql`s.name COLLATE "fr-x-icu", s.id`;
  if (filter.tri === 'recent') return sql`s.latest_wave_rank DESC, ${byName}`;
  if (filter.tri === 'proximite' && filter.near) return sql`${distanceKm(filter.near)}, ${byName}`;
  if (filter.tri === 'pertinence' && reading?.tsquery) {
    return sql`ts_rank(s.search_vector, ${reading.tsquery}::tsquery) DESC, ${byName}`;
  }
  return byName;
}
