export const POSITION_PRECISION_NAMES = {
  address: 'adresse',
  commune: 'centre de la commune',
} as const;
export type PositionPrecision = keyof typeof POSITION_PRECISION_NAMES;
