/** Cells filled by marks set column after column, each of `UNIT_ROWS`: at most three rectangles, whatever the number. */
type CellBlock = { column: number; row: number; columns: number; rows: number };

export const UNIT_ROWS = 10;

export function cellBlocks(start: number, count: number): CellBlock[] {
  const blocks: CellBlock[] = [];
  let at = start;
  const end = start + count;
  const inColumn = at % UNIT_ROWS;
  if (count > 0 && inColumn > 0) {
    const rows = Math.min(UNIT_ROWS - inColumn, count);
    blocks.push({ column: Math.floor(at / UNIT_ROWS), row: inColumn, columns: 1, rows });
    at += rows;
  }
  const columns = Math.floor((end - at) / UNIT_ROWS);
  if (columns > 0) {
    blocks.push({ column: at / UNIT_ROWS, row: 0, columns, rows: UNIT_ROWS });
    at += columns * UNIT_ROWS;
  }
  if (at < end) blocks.push({ column: Math.floor(at / UNIT_ROWS), row: 0, columns: 1, rows: end - at });
  return blocks;
}

const MOST_MARKS = 1000;

/** 1, or the power of ten that keeps the drawing below a thousand marks. */
export const unitOf = (structures: number): number =>
  structures <= MOST_MARKS ? 1 : 10 ** Math.ceil(Math.log10(structures / MOST_MARKS));
