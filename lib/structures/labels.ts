import type { AwardLabel, Territory } from '@/lib/directory/filter';

export const TERRITORY_NAMES = {
  qpv: 'Quartier prioritaire (QPV)',
  rural: 'Rural',
  unknown: 'Non précisé',
} as const satisfies Record<Territory, string>;

export const AWARD_LABEL_NAMES = {
  fabrique: 'Fabrique de territoire',
  fabrique_numerique: 'Fabrique numérique',
  unknown: 'Non précisé',
} as const satisfies Record<AwardLabel, string>;

export const TERRITORY_BASIS_NAMES = {
  announcement: 'annoncé en QPV',
  insee_density: 'commune rurale au sens de l’Insee',
  source: 'dit par une source',
} as const;
export type TerritoryBasis = keyof typeof TERRITORY_BASIS_NAMES;

export const POSITION_PRECISION_NAMES = {
  address: 'adresse',
  commune: 'centre de la commune',
} as const;
export type PositionPrecision = keyof typeof POSITION_PRECISION_NAMES;

export const INSTALMENT_PURPOSE_NAMES = {
  seed: 'Aide à l’amorçage',
  digital_bonus: 'Bonus numérique',
} as const;
export type InstalmentPurpose = keyof typeof INSTALMENT_PURPOSE_NAMES;

export const INSTALMENT_STATUS_NAMES = {
  announced: 'annoncé',
  planned: 'prévu',
  paid: 'versé',
  cancelled: 'annulé',
} as const;
export type InstalmentStatus = keyof typeof INSTALMENT_STATUS_NAMES;
