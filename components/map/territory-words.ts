import type { Territory } from '@/lib/domain/territory';

export const TERRITORY_WORDS: Record<Territory, string> = {
  qpv: 'quartier prioritaire (QPV)',
  rural: 'rural',
  unknown: 'territoire non précisé',
};
