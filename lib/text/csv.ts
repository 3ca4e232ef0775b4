import { stringify } from 'csv-stringify/sync';
import { todayInParis } from '@/lib/french/dates';

/** Some readers skip these at the beginning of a cell that they cut elsewhere. */
const SKIPPED = String.raw`[\s\p{Cc}\p{DI}"\uFF02]*`;
/** In the small and full widths too. */
const SIGN = String.raw`[=+\-@|%\uFE62\uFE63\uFE66\uFE6A\uFE6B\uFF05\uFF0B\uFF0D\uFF1D\uFF20\uFF5C]`;
/** Within a cell too: a spreadsheet set to another language cuts at commas or tabs, whatever is quoted. */
const FORMULA = new RegExp(String.raw`^(?=${SKIPPED}${SIGN}|[\t\r\n])|(?=${SIGN})(?<=[,;\t\r\n]${SKIPPED})`, 'gu');
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** A narrower filter gives the rest. */
export const MOST_EXPORTED = 50_000;

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
