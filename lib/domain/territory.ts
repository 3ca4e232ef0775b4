export const TERRITORIES = ['qpv', 'rural', 'unknown'] as const;
export type Territory = (typeof TERRITORIES)[number];

export const TERRITORY_NAMES = {
  qpv: 'Quartier prioritaire (QPV)',
  rural: 'Rural',
  unknown: 'Non précisé',
} as const satisfies Record<Territory, string>;

/** The same beside a name, where nothing else says that it is a territory. */
export const TERRITORY_WORDS: Record<Territory, string> = {
  qpv: 'quartier prioritaire (QPV)',
  rural: 'rural',
  unknown: 'territoire non précisé',
};

export const TERRITORY_BASIS_NAMES = {
  announcement: 'annoncé en QPV',
  insee_density: 'commune rurale au sens de l’Insee',
  source: 'dit par une source',
} as const;
export type TerritoryBasis = keyof typeof TERRITORY_BASIS_NAMES;

/** What one can say of many structures at once: a territory, and what it rests on. */
export const BASED_TERRITORIES = {
  'qpv:announcement': 'QPV, selon l’annonce',
  'qpv:source': 'QPV, selon une source',
  'rural:announcement': 'Rural, selon l’annonce',
  'rural:insee_density': 'Rural, selon l’Insee',
  'rural:source': 'Rural, selon une source',
  'unknown:': 'Non précisé',
} as const satisfies Partial<Record<`${Territory}:${TerritoryBasis | ''}`, string>>;
