import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '@/lib/text/csv';

/** Reads as a spreadsheet does: what follows a closed quote is taken as it is, up to the next separator. */
function readAs(separator: string, file: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < file.length) {
    const rest = file.slice(at);
    const quoted = /^"((?:[^"]|"")*)(?:"|$)/.exec(rest);
    const tail = rest.slice(quoted?.[0].length ?? 0).split(new RegExp(`${separator}|\r\n?|\n`), 1)[0] ?? '';
    rows.at(-1)?.push((quoted?.[1] ?? '').replaceAll('""', '"') + tail);
    at += (quoted?.[0].length ?? 0) + tail.length;
    const end = /^\r\n?|^\n/.exec(file.slice(at))?.[0];
    if (end !== undefined) rows.push([]);
    at += end?.length ?? 1;
  }
  return rows.filter((row) => row.length > 0);
}

/** In full or small width a sign is as good as in its own. */
const inOwnWidth = (text: string) => text.replaceAll(/[\uFE50-\uFE6F\uFF01-\uFFEE]/g, (sign) => sign.normalize('NFKC'));
/** As the most credulous one would: blanks and quotes skipped. */
const isFormula = (cell: string) =>
  /^[\s\p{Cc}\p{DI}"]*[=+\-@|%]/u.test(inOwnWidth(cell)) && !/^-?\d+([.,]\d+)?$/.test(cell);
const withoutGuards = (cell: string) => cell.replaceAll("'", '');

const SIGNS = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％', '﹦', '﹢', '﹣', '﹫'];
const BEFORE = [
  '',
  ' ',
  '\u00A0',
  '\t',
  '\r',
  '\n',
  '\u200B',
  '\uFEFF',
  '\u2060',
  '\u00AD',
  '\u3164',
  '\u0000',
  '"',
  '＂',
];
const CUT = ['', 'x,', 'x;', 'x\t', 'x\n', 'x\r', 'x",', 'x";"', ',,', 'x,"'];
const begun = CUT.flatMap((cut) => BEFORE.flatMap((before) => SIGNS.map((sign) => `${cut}${before}${sign}2+5`)));

const piece = fc.oneof(
  fc.constantFrom(...SIGNS, ...BEFORE, ',', ';', "'", '2', '5', 'A1', 'cmd', 'é', '😀', '\r\n'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const rowsOf = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** The first cell of our files is a number of the journal or a name. */
const fileOf = (rows: readonly (readonly string[])[]) => toCsv(rows.map((row) => ['n', ...row])).slice(1);

describe('a file for spreadsheets', () => {
  it('gives its texts back, and begins a formula nowhere, for readers that cut lines at semicolons, commas or tabs', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const file = fileOf(rows);
        const read = readAs(';', file);
        expect(read.map((row) => row.map(withoutGuards))).toEqual(rows.map((row) => ['n', ...row.map(withoutGuards)]));
        for (const separator of [';', ',', '\t']) {
          expect(readAs(separator, file).flat().filter(isFormula)).toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('begins no formula behind any blank, after any cut, in any width', () => {
    const file = fileOf(begun.map((value) => [value]));
    expect(readAs(';', file)).toHaveLength(begun.length);
    for (const separator of [';', ',', '\t']) {
      expect(readAs(separator, file).flat().filter(isFormula)).toEqual([]);
    }
  });

  it('stands in lines that French spreadsheets open as they are', () => {
    expect(toCsv([['a', 'b'], ['1']])).toBe('\uFEFF"a";"b"\r\n"1"\r\n');
  });
});

const cellOf = (value: string) => toCsv([[value]]).slice('\uFEFF'.length, -'\r\n'.length);

describe('a cell of a file for spreadsheets', () => {
  it.each(['=1+1', '+33 1', '-cmd', '@SUM(A1)', ' =1+1', '\t=1', '\u200b=1+1', "|calc'!A0", '＝1+1'])(
    'is never taken for a formula: %j',
    (value) => {
      expect(cellOf(value).startsWith(`"'`)).toBe(true);
    },
  );

  it.each([
    ['', '""'],
    ['La Machinerie', '"La Machinerie"'],
    ['-12,5', '"-12,5"'],
    ['a;b', '"a;b"'],
    ['dit « "oui" »', '"dit « ""oui"" »"'],
    ['deux\nlignes', '"deux\nlignes"'],
    ['peut-être a=b, c-d ; 10 %', '"peut-être a=b, c-d ; 10 %"'],
    ['x,=2+5', `"x,'=2+5"`],
  ])('is quoted, an ordinary value kept: %j', (value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });
});
