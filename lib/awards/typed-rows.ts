import type { CountedInstalment } from '@/lib/domain/money-rule';
import { readEuros } from '@/lib/french/typed-values';
import { INSTALMENT_FACTS } from './fields';

/** Rows that one form may hold: far more than any award has. */
export const MOST_ROWS = 60;

export const ROW_FIELDS = ['id', ...INSTALMENT_FACTS, 'remove'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

export const rowName = (at: number): string => `v${at}`;
export const fieldName = (row: string, field: RowField): string => `${row}-${field}`;

export const countRows = (names: Iterable<string>): number =>
  Math.max(0, ...[...names].map((name) => Number(/^v(\d{1,2})-/.exec(name)?.[1] ?? -1) + 1));

export type TypedRow = Partial<Record<RowField, string>>;

export const isBlank = ({ id, yearOfAid, calendarYear, amountEuros, paidOn, sourceUrl }: TypedRow): boolean =>
  [id, yearOfAid, calendarYear, amountEuros, paidOn, sourceUrl].every((value) => !value?.trim());

export function countedWhileTyping(rows: readonly TypedRow[]): CountedInstalment[] {
  return rows.flatMap(({ purpose, yearOfAid, amountEuros, status, remove }): CountedInstalment[] => {
    const amount = readEuros(amountEuros ?? '');
    if (!amount || remove) return [];
    return [
      {
        purpose: purpose === 'digital_bonus' ? 'digital_bonus' : 'seed',
        yearOfAid: /^\d{1,2}$/.test(yearOfAid ?? '') ? Number(yearOfAid) : null,
        amountEuros: amount,
        status: status === 'paid' || status === 'cancelled' || status === 'planned' ? status : 'announced',
      },
    ];
  });
}
