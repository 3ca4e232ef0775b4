import { z } from 'zod';
import type { Box } from '@/lib/geography/degrees';
import {
  applicableSorts,
  CHOICE_KEYS,
  type ChoiceKey,
  DEFAULT_RADIUS_KM,
  type DirectoryFilter,
  defaultSort,
  type FacetKey,
  FILTERS,
  fromUrlValue,
  type NearCommune,
  SORTS,
  YES_KEYS,
  type YesKey,
} from './filter';
import { meaningfulWords } from './search-words';

export type RawSearchParams = Record<string, string | string[] | undefined>;

/** Named, never repeated: what it held may be anything. */
export type IgnoredParameter = { key: string; reason: string };

/** The lists change when staff add a wave. */
export type FilterReference = {
  regionSlugs: ReadonlySet<string>;
  departmentCodes: ReadonlySet<string>;
  waveIds: ReadonlySet<string>;
  /** Read beforehand; null when `pres-de` names none. */
  near: { code: string; name: string; longitude: number | null; latitude: number | null } | null;
};

const MAX_QUERY_LENGTH = 100;
const MIN_RADIUS_KM = 10;
const MAX_RADIUS_KM = 100;

const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,4})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit);
const box = z
  .tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
  .refine(([west, south, east, north]) => west < east && south < north);
const radius = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().min(MIN_RADIUS_KM).max(MAX_RADIUS_KM));
const page = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.number().min(1));
const sort = z.enum(SORTS);

/** No control character, no half of a character, single spaces. */
export const cleanText = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, ' ')
    .trim();

/** Empty ones left out: forms send every field. */
function valuesOf(raw: RawSearchParams | URLSearchParams, key: string): string[] {
  const all = raw instanceof URLSearchParams ? raw.getAll(key) : [raw[key] ?? []].flat();
  return all.filter((value) => value.trim() !== '');
}

type Report = (key: string, reason: string) => void;

function several(given: string[], known: (value: string) => string | undefined, unknown: () => void): string[] {
  const kept = given.map((value) => known(value.trim()));
  if (kept.includes(undefined)) unknown();
  return [...new Set(kept.filter((value) => value !== undefined))].toSorted();
}

function single<Value, Fallback>(
  given: string[],
  schema: z.ZodType<Value, string>,
  fallback: Fallback,
  wrong: () => void,
): Value | Fallback {
  const [first, ...more] = given;
  if (first === undefined) return fallback;
  const parsed = schema.safeParse(first.trim());
  if (!parsed.success || more.length > 0) wrong();
  return parsed.success ? parsed.data : fallback;
}

function readText(given: string[], report: Report): string {
  const text = cleanText(given[0] ?? '');
  if (given.length > 1) report('q', 'une seule recherche à la fois : la première est gardée');
  if (text.length > MAX_QUERY_LENGTH) report('q', `au plus ${MAX_QUERY_LENGTH} caractères : le début est gardé`);
  const kept = text.slice(0, MAX_QUERY_LENGTH).toWellFormed().trim();
  if (given.length > 0 && meaningfulWords(kept).length === 0) {
    report('q', 'aucun mot à chercher');
    return '';
  }
  return kept;
}

function readNear(given: string[], radii: string[], reference: FilterReference, report: Report): NearCommune | null {
  const radiusKm = single(radii, radius, DEFAULT_RADIUS_KM, () =>
    report('rayon', `un nombre entier de kilomètres, de ${MIN_RADIUS_KM} à ${MAX_RADIUS_KM}`),
  );
  if (given.length === 0) return null;
  if (given.length > 1) report('pres-de', 'une seule commune à la fois : la première est gardée');
  if (!reference.near) {
    report('pres-de', 'aucune commune n’a ce code');
    return null;
  }
  const { code, name, longitude, latitude } = reference.near;
  if (longitude === null || latitude === null) {
    report('pres-de', 'le centre de cette commune n’est pas connu');
    return null;
  }
  return { code, name, longitude, latitude, radiusKm };
}

function readBox(given: string[], report: Report): Box | null {
  const [first, ...more] = given;
  if (first === undefined) return null;
  const parsed = box.safeParse(first.split(',').map((part) => part.trim()));
  if (!parsed.success || more.length > 0) {
    report('zone', 'quatre nombres de degrés : ouest,sud,est,nord, avec au plus 4 décimales');
  }
  return parsed.success ? parsed.data : null;
}

const yes = z.literal('oui').transform(() => true);
const readYes = (given: (key: string) => string[], report: Report) =>
  Object.fromEntries(YES_KEYS.map((key) => [key, single(given(key), yes, false, () => report(key, 'oui'))])) as Record<
    YesKey,
    boolean
  >;

const member = (set: ReadonlySet<string>) => (value: string) => (set.has(value) ? value : undefined);

/** Null when `pres-de` cannot be a code. */
export function requestedCommuneCode(raw: RawSearchParams | URLSearchParams): string | null {
  const code = valuesOf(raw, 'pres-de')[0]?.trim().toUpperCase() ?? '';
  return /^\d[\dAB]\d{3}$/.test(code) ? code : null;
}

/** Never throws: each bad value falls back on its own, and is named in what was ignored. Unknown keys pass. */
export function parseDirectoryFilter(
  raw: RawSearchParams | URLSearchParams,
  reference: FilterReference,
): { filter: DirectoryFilter; ignored: IgnoredParameter[] } {
  const ignored: IgnoredParameter[] = [];
  const report: Report = (key, reason) => ignored.push({ key, reason });
  const given = (key: string) => valuesOf(raw, key);
  const facet = (key: FacetKey, known: (value: string) => string | undefined) =>
    several(given(key), known, () => report(key, FILTERS[key].unknown));

  const filter: DirectoryFilter = {
    q: readText(given('q'), report),
    region: facet('region', member(reference.regionSlugs)),
    departement: facet('departement', (code) => member(reference.departmentCodes)(code.toUpperCase())),
    vague: facet('vague', member(reference.waveIds)),
    ...(Object.fromEntries(CHOICE_KEYS.map((key) => [key, facet(key, (value) => fromUrlValue(key, value))])) as Pick<
      DirectoryFilter,
      ChoiceKey
    >),
    near: readNear(given('pres-de'), given('rayon'), reference, report),
    zone: readBox(given('zone'), report),
    ...readYes(given, report),
    tri: 'nom',
    page: single(given('page'), page, 1, () => report('page', 'un nombre entier à partir de 1')),
  };
  const asked = single(given('tri'), sort, null, () => report('tri', SORTS.join(', ')));
  filter.tri = asked && applicableSorts(filter).includes(asked) ? asked : defaultSort(filter);
  return { filter, ignored };
}
