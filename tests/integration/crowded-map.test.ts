import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { readMap } from '@/lib/directory/map';
import { cellSize } from '@/lib/directory/map-item';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import type { Box } from '@/lib/geography/degrees';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '@/lib/geography/projection';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const ZOOM = 12;
const SIDE = cellSize(ZOOM);
const [COLUMNS, ROWS] = [14, 11];
/** Over open sea, where no laureate is: the cell of the north-west corner. */
const [FIRST_COLUMN, FIRST_ROW] = [mercatorX(-9.5), mercatorY(46.2)].map((share) => Math.floor(share / SIDE)) as [
  number,
  number,
];

/** So many columns and rows from the corner, a hair inside their edges; `around` is sea on every side. */
const frame = (columns: number, rows: number, around = 0): Box => [
  longitudeAt((FIRST_COLUMN - around + 0.01) * SIDE),
  latitudeAt((FIRST_ROW + rows + around - 0.01) * SIDE),
  longitudeAt((FIRST_COLUMN + columns + around - 0.01) * SIDE),
  latitudeAt((FIRST_ROW - around + 0.01) * SIDE),
];

beforeAll(async () => {
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, index) => [index % COLUMNS, Math.floor(index / COLUMNS)]);
  await getPool().query(
    `UPDATE structure s SET longitude = n.longitude, latitude = n.latitude, position_precision = 'commune',
       geocoding_score = NULL, geocoding_source = NULL
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS rank FROM structure) o
       JOIN unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS n(longitude, latitude, rank) USING (rank)
     WHERE o.id = s.id`,
    [
      cells.map(([column = 0]) => longitudeAt((FIRST_COLUMN + column + 0.5) * SIDE)),
      cells.map(([, row = 0]) => latitudeAt((FIRST_ROW + row + 0.5) * SIDE)),
    ],
  );
  emptyDirectoryCache();
});

const look = async (box: Box) => {
  const { filter } = await readDirectoryFilter(new URLSearchParams());
  return readMap(filter, box, ZOOM);
};

describe('a map on which most cells are taken', () => {
  it('is answered at the next coarser zoom, once, and shows as many structures', async () => {
    const { zoom, total, items } = await look(frame(COLUMNS, ROWS));
    expect({ zoom, total }).toEqual({ zoom: ZOOM - 1, total: COLUMNS * ROWS });
    expect(items.length).toBeLessThan((COLUMNS * ROWS) / 2);
  });

  it('is answered as asked where it has few symbols, however close, or room between them', async () => {
    const few = await look(frame(8, 8));
    expect({ zoom: few.zoom, items: few.items.length }).toEqual({ zoom: ZOOM, items: 64 });
    const wide = await look(frame(COLUMNS + 2, ROWS + 1, 2));
    expect({ zoom: wide.zoom, items: wide.items.length }).toEqual({ zoom: ZOOM, items: COLUMNS * ROWS });
  });
});
