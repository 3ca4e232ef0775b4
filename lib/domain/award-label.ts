export const LABELS = ['fabrique', 'fabrique_numerique', 'unknown'] as const;
export type AwardLabel = (typeof LABELS)[number];

export const AWARD_LABEL_NAMES = {
  fabrique: 'Fabrique de territoire',
  fabrique_numerique: 'Fabrique numérique',
  unknown: 'Non précisé',
} as const satisfies Record<AwardLabel, string>;
