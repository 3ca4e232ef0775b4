import { formatDate } from '@/lib/french/dates';
import { formatEuros, formatInteger } from '@/lib/french/numbers';

/** Names of the facts of a wave, in its form and in the journal. */
export const WAVE_FIELD_WORDS: Readonly<Record<string, string>> = {
  label: 'nom',
  shortLabel: 'nom court',
  rank: 'rang',
  sourceUrl: 'source',
  opensOn: 'ouverture des candidatures',
  closesOn: 'clôture des candidatures',
  announcedOn: 'date de l’annonce',
  announcedPeriod: 'période de l’annonce',
  announcedOnPrecision: 'précision de la date',
  announcedCount: 'lauréats annoncés',
  announcedFabriqueCount: 'fabriques annoncées',
  announcedFabriqueNumeriqueCount: 'fabriques numériques annoncées',
  annualCeilingEuros: 'plafond par an',
  durationYears: 'durée en années',
  digitalBonusEuros: 'bonus numérique',
  minTotalEuros: 'total minimum',
  maxTotalEuros: 'total maximum',
  flatRate: 'somme forfaitaire',
  note: 'note',
};

export const PRECISION_WORDS: Readonly<Record<string, string>> = {
  day: 'jour',
  month: 'mois',
  year: 'année',
  period: 'période en mots',
};

/** A fact of a wave in words; null for one that has no words of its own. */
export function waveValueWords(name: string, value: unknown): string | null {
  if (name === 'announcedOnPrecision') return PRECISION_WORDS[String(value)] ?? null;
  if (typeof value === 'number') return name.endsWith('Euros') ? formatEuros(value) : formatInteger(value);
  return name.endsWith('On') && typeof value === 'string' ? formatDate(value) : null;
}
