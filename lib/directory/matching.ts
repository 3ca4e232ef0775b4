import { join, raw, type Sql, sql } from '@/lib/database/db';
import { type AwardLabel, LABELS } from '@/lib/domain/award-label';
import { isPublic } from '@/lib/domain/state-conditions';
import { boxAround, distanceKm, insideBox } from '@/lib/geography/circle';
import {
  countValuesOf,
  type DirectoryFilter,
  FACETS,
  type FacetKey,
  FILTER_KEYS,
  type FilterKey,
  type NearCommune,
} from './filter';
import type { SearchReading } from './search-reading';

export type DirectorySet = { filter: DirectoryFilter; reading: SearchReading | null };

declare const tallied: unique symbol;
/** A condition that is true of a structure and of a row of its tallies alike, either one as `s`. */
type TallyCondition = Sql & { readonly [tallied]: true };

/** What tallies copy from their structures: a condition on any other column would be an error of PostgreSQL in a tally. */
export const TALLY_COLUMNS = ['region_code', 'department_code', 'territory', 'award_keys'] as const;
type TallyColumn = (typeof TALLY_COLUMNS)[number];

/** The facets of which a structure has one value, by the column that holds it. */
export const SINGLE_FACETS = {
  region: 'region_code',
  departement: 'department_code',
  territoire: 'territory',
} as const satisfies Record<Exclude<FacetKey, 'vague' | 'label'>, TallyColumn>;

const columnsOf = (alias: 's' | 't', columns: readonly TallyColumn[]) =>
  join(columns.map((column) => raw(`${alias}.${column}`)));

// A département says its région.
const TOLD_APART = TALLY_COLUMNS.filter((column) => column !== 'region_code');
/** Whether a structure `s` is one of those that a row `t` of a tally counts. */
export const isCountedIn = sql`(${columnsOf('s', TOLD_APART)}) = (${columnsOf('t', TOLD_APART)})`;

const onTally = (column: TallyColumn, test: Sql) => sql`s.${raw(column)} ${test}` as TallyCondition;

const allOf = <Condition extends Sql>(conditions: (Condition | null)[]): Condition => {
  const kept = conditions.filter((condition) => condition !== null);
  return (kept.length > 0 ? join(kept, ' AND ') : sql`TRUE`) as Condition;
};

/** « wave:label »: wave and label hold for the same award. */
export function awardKeys(filter: Pick<DirectoryFilter, 'vague' | 'label'>, waveIds: readonly string[]): string[] {
  const labels: readonly AwardLabel[] = filter.label.length > 0 ? filter.label : LABELS;
  return waveIds.flatMap((wave) => labels.map((label) => `${wave}:${label}`));
}

const hasAwards = ({ vague, label }: DirectoryFilter): TallyCondition =>
  vague.length > 0
    ? onTally('award_keys', sql`&& ${awardKeys({ vague, label }, vague)}::text[]`)
    : onTally('award_keys', sql`&& ARRAY(SELECT w.id || ':' || l FROM wave w, unnest(${label}::text[]) AS l)`);

const FACET_CONDITIONS: Readonly<Record<FacetKey, (filter: DirectoryFilter) => TallyCondition | null>> = {
  region: ({ region }) =>
    onTally('region_code', sql`= ANY (SELECT r.code FROM region r WHERE r.slug = ANY (${region}::text[]))`),
  departement: ({ departement }) => onTally('department_code', sql`= ANY (${departement}::text[])`),
  territoire: ({ territoire }) => onTally('territory', sql`= ANY (${territoire}::territory[])`),
  vague: hasAwards,
  // Said with the wave where one is asked for.
  label: (filter) => (filter.vague.length > 0 ? null : hasAwards(filter)),
};

const isNear = (near: NearCommune): Sql =>
  sql`(${insideBox(boxAround(near, near.radiusKm))} AND ${distanceKm(near)} <= ${near.radiusKm})`;

/** On a structure `s`. */
const STRUCTURE_CONDITIONS: Readonly<Record<Exclude<FilterKey, FacetKey>, (set: DirectorySet) => Sql | null>> = {
  q: ({ reading }) =>
    reading && (reading.tsquery === null ? sql`FALSE` : sql`s.search_vector @@ ${reading.tsquery}::tsquery`),
  near: ({ filter: { near } }) => near && isNear(near),
  zone: ({ filter: { zone } }) => zone && insideBox(zone),
  site: () => sql`s.website IS NOT NULL`,
};

const STRUCTURE_KEYS = FILTER_KEYS.filter(
  (key): key is keyof typeof STRUCTURE_CONDITIONS => !FACETS.some((facet) => facet === key),
);

/** `without`: all but one where it is counted. */
export function matchingFacets(filter: DirectoryFilter, without?: FacetKey): TallyCondition {
  const asked: DirectoryFilter = without ? { ...filter, [without]: [] } : filter;
  return allOf(FACETS.map((key) => (asked[key].length > 0 ? FACET_CONDITIONS[key](asked) : null)));
}

/** With the bound of the public set, on a structure `s`. */
const matchingStructures = (set: DirectorySet): Sql =>
  allOf([
    isPublic,
    ...STRUCTURE_KEYS.map((key) => (countValuesOf(set.filter, key) > 0 ? STRUCTURE_CONDITIONS[key](set) : null)),
  ]);

/** The one translation of a filter to SQL, as a condition on a structure `s`. */
export const matching = (set: DirectorySet): Sql => sql`${matchingStructures(set)} AND ${matchingFacets(set.filter)}`;

/** Among awards `a`: the euros of a set are those of the awards that the filter asks for. */
export const matchingAwards = ({ vague, label }: DirectoryFilter): Sql =>
  allOf([
    vague.length > 0 ? sql`a.wave_id = ANY (${vague}::text[])` : null,
    label.length > 0 ? sql`a.label = ANY (${label}::award_label[])` : null,
  ]);

/** Facets alone decide who belongs to the set: triggers keep its counts ready. */
export const isCounted = ({ filter }: DirectorySet): boolean =>
  STRUCTURE_KEYS.every((key) => countValuesOf(filter, key) === 0);

/** Alias `s`, number in `s.structures`; for facets alone triggers keep them ready. */
export function countable(set: DirectorySet): Sql {
  if (isCounted(set)) return sql`structure_tally s`;
  return sql`(
    SELECT ${columnsOf('s', TALLY_COLUMNS)}, count(*)::int AS structures
    FROM structure s WHERE ${matchingStructures(set)} GROUP BY ${columnsOf('s', TALLY_COLUMNS)}) s`;
}

/** Tie-broken, on structures `s`. */
export function orderOf({ filter, reading }: DirectorySet): Sql {
  const byName = sql`s.name COLLATE "fr-x-icu", s.id`;
  if (filter.tri === 'recent') return sql`s.latest_wave_rank DESC, ${byName}`;
  if (filter.tri === 'proximite' && filter.near) return sql`${distanceKm(filter.near)}, ${byName}`;
  if (filter.tri === 'pertinence' && reading?.tsquery) {
    return sql`ts_rank(s.search_vector, ${reading.tsquery}::tsquery) DESC, ${byName}`;
  }
  return byName;
}
