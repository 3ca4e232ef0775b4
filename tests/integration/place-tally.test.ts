import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { readMap } from '@/lib/directory/map';
import { cellSize } from '@/lib/directory/map-item';
import { TALLY_COLUMNS } from '@/lib/directory/matching';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import type { Box } from '@/lib/geography/degrees';
import { changeAtRandom } from '../support/random-changes';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await getPool().query<Row>(text, values)).rows;

const differences = () =>
  ask(`
    SELECT coalesce(p.department_code, t.department_code) AS department, p.structures AS made, t.structures AS kept
    FROM structure_place p FULL JOIN structure_place_tally t
      USING (${TALLY_COLUMNS}, cell_x, cell_y, structures, west, south, east, north, commune_code)
    WHERE p IS NULL OR t IS NULL OR abs(p.longitudes - t.longitudes) > 1e-9 OR abs(p.latitudes - t.latitudes) > 1e-9`);

type Located = { x: number; y: number; longitude: number; latitude: number };

function countCells(structures: readonly Located[], [west, south, east, north]: Box, zoom: number) {
  const cells = new Map<string, number>();
  for (const { x, y, longitude, latitude } of structures) {
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
    const cell = `${Math.floor(y / cellSize(zoom))} ${Math.floor(x / cellSize(zoom))}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells.values()].toSorted((a, b) => a - b);
}

/** Evenly spread: numbers of the edges are of no interest here. */
const degrees = (min: number, max: number) =>
  fc.noBias(fc.integer({ min: min * 1e4, max: max * 1e4 })).map((value) => value / 1e4);

const QUERIES = [
  '',
  'territoire=qpv',
  'territoire=rural&vague=vague-1',
  'region=occitanie',
  'label=fabrique&region=bretagne',
];
const WHERE = [
  'TRUE',
  "territory = 'qpv'",
  "territory = 'rural' AND award_keys::text LIKE '%vague-1:%'",
  "region_code = '76'",
  "region_code = '53' AND award_keys::text LIKE '%:fabrique}%'",
];

describe('a map of any zoom', () => {
  it('counts the structures of each cell of the box, and says how many have no position', async () => {
    const box = fc
      .tuple(degrees(-6, 9), degrees(41, 51), degrees(0.05, 16), degrees(0.05, 11))
      .map(([west, south, width, height]): Box => [west, south, west + width, south + height]);
    let found = 0;
    const sets = new Map<number, { located: Located[]; unlocated: number }>();
    for (const [index, where] of WHERE.entries()) {
      const rows = await ask<Located>(`SELECT x, y, longitude, latitude FROM structure WHERE ${where}`);
      const located = rows.filter(({ longitude }) => longitude !== null);
      sets.set(index, { located, unlocated: rows.length - located.length });
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(QUERIES.length - 1), box, fc.integer({ min: 0, max: 9 }), async (index, frame, zoom) => {
        const { filter } = await readDirectoryFilter(new URLSearchParams(QUERIES[index]));
        const map = await readMap(filter, frame, zoom);
        const { located, unlocated } = sets.get(index) ?? { located: [], unlocated: -1 };
        const expected = countCells(located, frame, map.zoom);
        expect(map.items.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(expected);
        expect(map.withoutPosition).toBe(unlocated);
        if (expected.length > 0) found += 1;
      }),
      { numRuns: 400, seed: 20261125 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('places a cluster at the mean of its members, names its largest commune, and ends where they end', async () => {
    const { filter } = await readDirectoryFilter(new URLSearchParams('region=hauts-de-france'));
    const world: Box = [-180, -85, 180, 85];
    const { items } = await readMap(filter, world, 1);
    const [expected] = await ask<{ longitude: number; latitude: number; bounds: Box; around: string }>(`
      SELECT avg(s.longitude) AS longitude, avg(s.latitude) AS latitude,
        ARRAY[min(s.longitude), min(s.latitude), max(s.longitude), max(s.latitude)] AS bounds,
        (array_agg(c.name ORDER BY c.population DESC))[1] AS around
      FROM structure s JOIN commune c ON c.code = s.commune_code WHERE s.region_code = '32' AND s.longitude IS NOT NULL`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ around: expected?.around, bounds: expected?.bounds });
    expect(items[0]?.longitude).toBeCloseTo(expected?.longitude ?? 0, 4);
    expect(items[0]?.latitude).toBeCloseTo(expected?.latitude ?? 0, 4);
  });
});

describe('the places kept ready', () => {
  it('are those of the default data', async () => {
    expect(await differences()).toEqual([]);
    expect((await ask('SELECT 1 FROM structure_place_tally')).length).toBeGreaterThan(100);
  });

  it('are those of the structures after any change', async () => {
    const changed = await changeAtRandom(async () => expect(await differences()).toEqual([]));
    expect(changed).toBeGreaterThan(120);
    await ask(
      `DELETE FROM award a WHERE wave_id = 'vague-8' AND NOT EXISTS (SELECT 1 FROM instalment WHERE award_id = a.id)`,
    );
    expect(await differences()).toEqual([]);
    await ask(`UPDATE commune SET population = 1 WHERE code IN ('59350', '75056', '80021')`);
    expect(await differences()).toEqual([]);
  });

  it('count the changes of two writers of one group', async () => {
    const pair = await ask<{ id: string }>(
      'SELECT id FROM structure WHERE published_at IS NOT NULL AND longitude IS NOT NULL ORDER BY id LIMIT 2',
    );
    const [one = '', other = ''] = pair.map(({ id }) => id);
    await ask(
      `UPDATE structure SET archived_at = NULL, commune_code = '59350', territory = 'unknown', territory_basis = NULL,
      qpv_name = NULL, longitude = 3.05, latitude = 50.63, position_precision = 'commune' WHERE id IN ($1, $2)`,
      [one, other],
    );
    const [first, second] = [await getPool().connect(), await getPool().connect()];
    try {
      await first.query('BEGIN');
      await second.query('BEGIN');
      await first.query('UPDATE structure SET longitude = 4.4 WHERE id = $1', [one]);
      const waits = second.query('UPDATE structure SET longitude = 4.4 WHERE id = $1', [other]);
      await first.query('UPDATE structure SET longitude = 4.5 WHERE id = $1', [one]);
      await first.query('COMMIT');
      await waits;
      await second.query('COMMIT');
    } finally {
      first.release();
      second.release();
    }
    expect(await differences()).toEqual([]);
    expect(await ask('SELECT structures FROM structure_place_tally WHERE west = 4.4 AND east = 4.5')).toEqual([
      { structures: 2 },
    ]);
  });

  it('are not written again for a change that moves nothing', async () => {
    const marks = () => ask('SELECT id, xmin::text FROM structure_place_tally ORDER BY id');
    const before = await marks();
    await ask(`UPDATE structure SET description = 'Autre texte.', name = name || ' bis'`);
    expect(await marks()).toEqual(before);
  });

  it('are none once the structures are gone', async () => {
    await ask('TRUNCATE structure CASCADE');
    expect(await ask('SELECT 1 FROM structure_place_tally')).toEqual([]);
  });
});
