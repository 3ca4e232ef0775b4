import { stringify } from 'csv-stringify/sync';
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

/** An apostrophe makes plain text of what would be a formula. */
const guarded = (text: string) => (NUMBER.test(text) ? text : text.replaceAll(FORMULA, "'"));

/** A table that French spreadsheets open as it is. */
export const toCsv = (rows: (readonly string[])[]): string =>
  stringify(rows, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    cast: { string: guarded },
  });
