import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { formatDate } from '@/lib/french/dates';
import { formatEuros } from '@/lib/french/numbers';
import { ordinalParts } from '@/lib/french/words';
import { type InstalmentState, inOrder } from './state';

/** Names of the facts of an award in the journal. */
export const AWARD_FIELD_WORDS: Readonly<Record<string, string>> = {
  label: 'label',
  sourceUrl: 'source',
  conventionOn: 'date de la convention',
  conventionReference: 'référence de la convention',
  conventionObject: 'objet de la convention',
  instalments: 'versements',
};

/** « 2e année (2021), 50 000 €, prévu ». */
export function instalmentWords(instalment: InstalmentState): string {
  const { purpose, yearOfAid, calendarYear, amountEuros, status, paidOn } = instalment;
  const { number, suffix } = ordinalParts(yearOfAid ?? 0, 'f');
  const year = yearOfAid === null ? '' : `${number}${suffix} année`;
  const what =
    purpose === 'digital_bonus' ? [INSTALMENT_PURPOSE_NAMES.digital_bonus, year].filter(Boolean).join(', ') : year;
  const calendar = calendarYear === null ? '' : ` (${calendarYear})`;
  const paid = paidOn === null ? '' : ` le ${formatDate(paidOn)}`;
  return `${what}${calendar}, ${formatEuros(amountEuros)}, ${INSTALMENT_STATUS_NAMES[status]}${paid}`;
}

/** A fact of an award in words; null for one that has no words of its own. */
export function awardValueWords(name: string, value: unknown): string | null {
  if (value === null) return null;
  if (name === 'instalments' && Array.isArray(value)) {
    return value.length === 0
      ? 'aucun'
      : inOrder(value as InstalmentState[])
          .map(instalmentWords)
          .join('\u202F; ');
  }
  if (name === 'label') return AWARD_LABEL_NAMES[value as keyof typeof AWARD_LABEL_NAMES] ?? null;
  if (name === 'conventionOn') return formatDate(String(value));
  return null;
}
