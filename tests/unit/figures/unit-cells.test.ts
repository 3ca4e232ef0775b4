import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellBlocks, UNIT_ROWS, unitOf } from '@/components/figures/unit-cells';

const cellsOf = (start: number, count: number) =>
  cellBlocks(start, count).flatMap(({ column, row, columns, rows }) =>
    Array.from({ length: columns * rows }, (_, at) => (column + Math.floor(at / rows)) * UNIT_ROWS + row + (at % rows)),
  );

describe('one mark per fabrique', () => {
  it('fills exactly the cells that follow, in at most three rectangles', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (start, count) => {
        expect(cellBlocks(start, count).length).toBeLessThanOrEqual(3);
        expect(cellsOf(start, count).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: count }, (_, at) => start + at),
        );
      }),
    );
  });

  it('stands for one fabrique up to a thousand, then for ten, a hundred…', () => {
    expect([382, 1000, 1001, 50_000, 1_000_000].map(unitOf)).toEqual([1, 1, 10, 100, 1000]);
  });
});
