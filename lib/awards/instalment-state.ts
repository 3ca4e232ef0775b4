import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { formatDate } from '@/lib/french/dates';
import { formatEuros } from '@/lib/french/numbers';
import { ordinalParts } from '@/lib/french/words';
import type { RecordInstalment } from '@/lib/structures/record';

/** Days are `YYYY-MM-DD`, amounts whole euros; null is « non précisé ». */
export type InstalmentState = RecordInstalment & { id: string };

export const inOrder = (instalments: readonly InstalmentState[]): InstalmentState[] =>
  instalments.toSorted(
    (a, b) =>
      Number(a.purpose === 'digital_bonus') - Number(b.purpose === 'digital_bonus') ||
      (a.yearOfAid ?? 99) - (b.yearOfAid ?? 99) ||
      (a.calendarYear ?? 9999) - (b.calendarYear ?? 9999) ||
      a.id.localeCompare(b.id),
  );

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
