import { todayInParis } from '@/lib/french/dates';

/** What a spreadsheet would take for a formula, also behind spaces or an invisible mark. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%]|^[\t\r\n]/u;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** Lines of what is asked that one file may hold; a narrower filter gives the rest. */
export const MOST_EXPORTED = 50_000;

/** One cell: a formula is made plain text by an apostrophe, quotes are doubled. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file of today that nobody keeps on its way. */
export const csvAnswer = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${todayInParis()}.csv"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });

/** A table that French spreadsheets open as it is: semicolons, CRLF, a byte-order mark. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
