import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import type { Box } from '@/lib/geography/degrees';

/** The filter as a table, safe in a browser: no parser, no database. */

export const SORTS = ['pertinence', 'nom', 'proximite', 'recent'] as const;
export type Sort = (typeof SORTS)[number];

export const PAGE_SIZE = 20;
export const countPages = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE));
export const DEFAULT_RADIUS_KM = 30;
export const RADIUS_CHOICES_KM = [10, 20, 30, 50, 100] as const;

type Names = Readonly<Record<string, string>>;

export type Row = {
  /** What the row is called where the address was not understood: « la région ». */
  name: string;
  /** For who writes an address by hand. */
  description: string;
} & (
  | { kind: 'text' }
  /** Any of several values, counted one by one; `unknown`: why a value is ignored. */
  | { kind: 'facet'; unknown: string }
  /** The same, of values that never change. `chip`: of « Non précisé »; `said`: after « fabrique » and « fabriques », in a heading. */
  | {
      kind: 'choice';
      unknown: string;
      choices: Names;
      chip: string;
      said?: Readonly<Record<string, readonly [string, string]>>;
    }
  | { kind: 'near'; key: 'pres-de' }
  | { kind: 'box' }
  /** « oui » or nothing. `chip`: how an active filter calls it; `said`: after « fabriques », in a heading. */
  | { kind: 'yes'; legend: string; chip: string; said: string }
);

/** Parser, address, chips, form, conditions, API and tests read this table; a row without a condition does not compile. */
export const FILTERS = {
  q: {
    kind: 'text',
    name: 'la recherche',
    description: 'Mots du nom, de la commune, du département ou de la région ; 100 caractères au plus.',
  },
  region: {
    kind: 'facet',
    name: 'la région',
    unknown: 'région inconnue',
    description: 'Régions, par leur nom dans l’adresse de leur page.',
  },
  departement: {
    kind: 'facet',
    name: 'le département',
    unknown: 'département inconnu',
    description: 'Départements, par leur code.',
  },
  territoire: {
    kind: 'choice',
    name: 'le territoire',
    unknown: 'qpv, rural ou non-precise',
    choices: TERRITORY_NAMES,
    chip: 'Territoire non précisé',
    said: {
      qpv: ['en quartier prioritaire (QPV)', 'en quartier prioritaire (QPV)'],
      rural: ['rurale', 'rurales'],
      unknown: ['au territoire non précisé', 'au territoire non précisé'],
    },
    description: 'Quartier prioritaire, rural, ou non précisé.',
  },
  label: {
    kind: 'choice',
    name: 'le label',
    unknown: 'fabrique, fabrique-numerique ou non-precise',
    choices: AWARD_LABEL_NAMES,
    chip: 'Label non précisé',
    description: 'Label reçu ; avec une vague, reçu dans cette vague.',
  },
  vague: { kind: 'facet', name: 'la vague', unknown: 'vague inconnue', description: 'Vagues, par leur identifiant.' },
  near: {
    kind: 'near',
    key: 'pres-de',
    name: 'la commune',
    description: 'Code officiel géographique de la commune autour de laquelle chercher.',
  },
  zone: {
    kind: 'box',
    name: 'la zone',
    description: 'Quatre nombres de degrés : ouest,sud,est,nord, avec au plus 4 décimales.',
  },
  site: {
    kind: 'yes',
    name: 'le site internet',
    legend: 'Site internet',
    chip: 'Avec un site internet',
    said: 'avec un site internet',
    description: 'Seulement celles dont le site internet est connu.',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type FilterKey = keyof typeof FILTERS;
type KeyOf<Kind extends Row['kind']> = {
  [Key in FilterKey]: (typeof FILTERS)[Key]['kind'] extends Kind ? Key : never;
}[FilterKey];
export type ChoiceKey = KeyOf<'choice'>;
export type FacetKey = KeyOf<'facet'> | ChoiceKey;
export type YesKey = KeyOf<'yes'>;

export const FILTER_KEYS = Object.keys(FILTERS) as FilterKey[];
const keysOf = <Kind extends Row['kind']>(kind: Kind) =>
  FILTER_KEYS.filter((key) => FILTERS[key].kind === kind) as KeyOf<Kind>[];
export const CHOICE_KEYS = keysOf('choice');
export const FACETS = FILTER_KEYS.filter((key): key is FacetKey => ['facet', 'choice'].includes(FILTERS[key].kind));
export const YES_KEYS = keysOf('yes');

export function addressKey(key: FilterKey): string {
  const row: Row = FILTERS[key];
  return row.kind === 'near' ? row.key : key;
}

export type NearCommune = {
  code: string;
  name: string;
  longitude: number;
  latitude: number;
  radiusKm: number;
};

/** What the store says of a choice. */
export type Choice<Key extends ChoiceKey = ChoiceKey> = Key extends ChoiceKey
  ? keyof (typeof FILTERS)[Key]['choices']
  : never;

export type DirectoryFilter = Record<YesKey, boolean> & { [Key in ChoiceKey]: Choice<Key>[] } & {
  q: string;
  region: string[];
  departement: string[];
  vague: string[];
  near: NearCommune | null;
  zone: Box | null;
  tri: Sort;
  page: number;
};

export const EMPTY_FILTER: DirectoryFilter = {
  q: '',
  ...(Object.fromEntries(FACETS.map((key) => [key, []])) as Record<FacetKey, never[]>),
  near: null,
  zone: null,
  ...(Object.fromEntries(YES_KEYS.map((key) => [key, false])) as Record<YesKey, false>),
  tri: 'nom',
  page: 1,
};

export function countValuesOf(filter: DirectoryFilter, key: FilterKey): number {
  const value = filter[key];
  return Array.isArray(value) && key !== 'zone' ? value.length : Number(Boolean(value));
}

/** 0 means the whole directory. */
export const countValues = (filter: DirectoryFilter): number =>
  FILTER_KEYS.reduce((sum, key) => sum + countValuesOf(filter, key), 0);

/** In the address « non-precise » says what the store calls unknown; hyphens replace underscores. */
export const toUrlValue = (value: Choice): string => (value === 'unknown' ? 'non-precise' : value.replace('_', '-'));

export const choicesOf = <Key extends ChoiceKey>(key: Key) => Object.keys(FILTERS[key].choices) as Choice<Key>[];

const isChoice = (key: FacetKey): key is ChoiceKey => FILTERS[key].kind === 'choice';

/** The values of a facet, as the address writes them. */
export const urlValuesOf = (filter: DirectoryFilter, key: FacetKey): string[] =>
  isChoice(key) ? filter[key].map(toUrlValue) : filter[key];

/** A value of the address as the filter holds it; undefined for no choice. */
export const fromUrlValue = (key: FacetKey, value: string): string | undefined =>
  isChoice(key) ? choicesOf(key).find((choice) => toUrlValue(choice) === value) : value;

export function defaultSort(filter: Pick<DirectoryFilter, 'q' | 'near'>): Sort {
  if (filter.q) return 'pertinence';
  return filter.near ? 'proximite' : 'nom';
}

/** The default one first. */
export function applicableSorts(filter: Pick<DirectoryFilter, 'q' | 'near'>): Sort[] {
  const applies: Record<Sort, boolean> = {
    pertinence: filter.q !== '',
    proximite: filter.near !== null,
    nom: true,
    recent: true,
  };
  return SORTS.filter((sort) => applies[sort]).toSorted(
    (a, b) => Number(b === defaultSort(filter)) - Number(a === defaultSort(filter)),
  );
}
