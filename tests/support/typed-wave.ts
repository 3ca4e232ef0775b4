import { newWaveForm, type WaveFacts } from '@/lib/waves/schema';

export const TYPED_WAVE = {
  rank: '11',
  label: 'Vague 11 : 2027',
  shortLabel: 'Vague 11',
  announcedOn: '12/2026',
  announcedOnPrecision: 'month',
  announcedCount: '40',
  annualCeilingEuros: '50 000 €',
  durationYears: '3',
  minTotalEuros: '75 000',
  maxTotalEuros: '150 000',
};

export const waveFacts = (change: Record<string, string> = {}): WaveFacts => {
  const { id: _, ...rest } = newWaveForm.parse({ ...TYPED_WAVE, ...change, id: 'unused' });
  return rest;
};
