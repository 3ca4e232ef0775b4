import { todayInParis } from '@/lib/french/dates';

/** What some readers skip at the beginning of a cell that they cut elsewhere: spaces, invisible marks, quotes of any width. */
const SKIPPED = String.raw`[\s\p{Cc}\p{DI}"\uFF02]*`;
/** What begins a formula, in the small and full widths too. */
const SIGN = String.raw`[=+\-@|%\uFE62\uFE63\uFE66\uFE6A\uFE6B\uFF05\uFF0B\uFF0D\uFF1D\uFF20\uFF5C]`;
/**
 * Where a spreadsheet could begin to read a formula: at the beginning of a cell, or within it after a separator, since one
 * set to another language cuts the line at commas or tabs, whatever is quoted.
 */
const FORMULA = new RegExp(String.raw`^(?=${SKIPPED}${SIGN}|[\t\r\n])|(?=${SIGN})(?<=[,;\t\r\n]${SKIPPED})`, 'gu');
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** Lines of what is asked that one file may hold; a narrower filter gives the rest. */
export const MOST_EXPORTED = 50_000;

/** One cell, quoted: an apostrophe makes plain text of what would be a formula, quotes are doubled. */
export function csvCell(value: string): string {
  const text = NUMBER.test(value) ? value : value.replaceAll(FORMULA, "'");
  return `"${text.replaceAll('"', '""')}"`;
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
