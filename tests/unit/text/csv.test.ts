import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from '@/lib/text/csv';

describe('a cell of a file for spreadsheets', () => {
  it.each(['=1+1', '+33 1', '-cmd', '@SUM(A1)', ' =1+1', '\t=1', '\u200b=1+1', "|calc'!A0"])(
    'is never taken for a formula: %j',
    (value) => {
      expect(csvCell(value).startsWith(`"'`)).toBe(true);
    },
  );

  it.each([
    ['La Machinerie', 'La Machinerie'],
    ['-12,5', '-12,5'],
    ['a;b', '"a;b"'],
    ['dit « "oui" »', '"dit « ""oui"" »"'],
    ['deux\nlignes', '"deux\nlignes"'],
  ])('keeps an ordinary value: %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('stands in lines that French spreadsheets open as they are', () => {
    expect(toCsv([['a', 'b'], ['1']])).toBe('\uFEFFa;b\r\n1\r\n');
  });
});
