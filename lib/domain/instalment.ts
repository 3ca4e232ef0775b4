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
