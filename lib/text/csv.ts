/** What a spreadsheet would take for a formula, also behind spaces or an invisible mark. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%]|^[\t\r\n]/u;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** One cell: a formula is made plain text by an apostrophe, quotes are doubled. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table that French spreadsheets open as it is: semicolons, CRLF, a byte-order mark. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
