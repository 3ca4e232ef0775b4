import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { API_ANSWERS } from '@/lib/api/answers';
import { toApiMap } from '@/lib/api/map';
import { toApiStructures } from '@/lib/api/structures';
import { getPool } from '@/lib/database/db';
import { countFacets, type FacetValue } from '@/lib/directory/facets';
import { type DirectoryFilter, FACETS } from '@/lib/directory/filter';
import { directoryQuery } from '@/lib/directory/href';
import { listStructures } from '@/lib/directory/list';
import { readMap } from '@/lib/directory/map';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { sumByWave } from '@/lib/figures/money-by-wave';
import { findCommune, listRegions } from '@/lib/geography/queries';
import { belongs, laureates, type PlainFilter, toQuery } from '../support/naive-directory';
import { type Place, randomFilter } from '../support/random-filter';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const WORLD = [-180, -85, 180, 85] as const;
let regionSlugs = new Map<string, string>();
const centres: Place[] = [];

beforeAll(async () => {
  regionSlugs = new Map((await listRegions()).map(({ code, slug }) => [code, slug]));
  for (const code of ['59350', '75056', '13055', '87085', '97411', '12202', '48095']) {
    const commune = await findCommune(code);
    if (commune?.longitude != null && commune.latitude != null) {
      centres.push({ code, longitude: commune.longitude, latitude: commune.latitude });
    }
  }
});

const slugOf = (code: string) => regionSlugs.get(code) ?? code;
const sum = (values: FacetValue[]) => values.reduce((total, { count }) => total + count, 0);

const plainFilter = () => randomFilter([...regionSlugs.values()], centres);

async function sumSet(filter: DirectoryFilter) {
  const waves = await sumByWave(filter);
  return {
    awards: waves.reduce((total, { structures }) => total + structures, 0),
    funded: waves.reduce((total, { funded }) => total + funded, 0),
    promisedEuros: waves.reduce((total, { totalEuros }) => total + (totalEuros ?? 0), 0),
  };
}

async function allPages(filter: DirectoryFilter) {
  const first = await listStructures(filter);
  const items = [...first.items];
  for (let page = 2; page <= first.pages; page += 1) items.push(...(await listStructures({ ...filter, page })).items);
  return { total: first.total, items };
}

describe('every representation of a filter', () => {
  it('agrees with the others and with a naive count over the source table, lauréats and euros', async () => {
    let nonEmpty = 0;
    await fc.assert(
      fc.asyncProperty(plainFilter(), async (plain) => {
        const { filter, ignored } = await readDirectoryFilter(toQuery(plain));
        expect(ignored).toEqual([]);
        const expected = laureates.filter((laureate) => belongs(plain, laureate, slugOf));
        if (expected.length > 0) nonEmpty += 1;

        const list = await allPages(filter);
        const facets = await countFacets(filter);
        const totals = await sumSet(filter);
        const map = await readMap(filter, WORLD, 5);
        API_ANSWERS['/api/v1/structures'].parse(toApiStructures(await listStructures(filter), 'http://localhost'));
        API_ANSWERS['/api/v1/facettes'].parse(facets);
        API_ANSWERS['/api/v1/carte'].parse(toApiMap(map));

        expect(new Set(list.items.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
        expect(list.items).toHaveLength(expected.length);
        expect(list.total).toBe(expected.length);
        expect(facets.total).toBe(expected.length);
        expect(totals.awards).toBe(expected.length);
        expect(map.total + map.withoutPosition).toBe(expected.length);
        expect(map.items.reduce((total, { count }) => total + count, 0)).toBe(map.total);
        const euros = expected.reduce((total, laureate) => total + laureate.euros, 0);
        expect(totals.promisedEuros).toBe(euros);
        expect(list.items.reduce((total, item) => total + (item.promisedEuros ?? 0), 0)).toBe(euros);
        expect(totals.funded).toBe(expected.filter((laureate) => laureate.euros > 0).length);
      }),
      { numRuns: 250, seed: 20261123 },
    );
    // A test over empty sets alone would prove nothing.
    expect(nonEmpty).toBeGreaterThan(50);
  });

  it('has its pages in the order asked, whether the set is walked through or fetched whole', async () => {
    const orders = { nom: 'name COLLATE "fr-x-icu", id', recent: 'latest_wave_rank DESC, name COLLATE "fr-x-icu", id' };
    for (const [tri, order] of Object.entries(orders)) {
      const { rows } = await getPool().query<{ id: string }>(`SELECT id FROM structure ORDER BY ${order}`);
      const ranks = new Map(rows.map(({ id }, rank) => [id, rank]));
      for (const query of [
        '',
        'territoire=qpv',
        'region=occitanie',
        'vague=vague-1&territoire=rural',
        'departement=09',
      ]) {
        const { filter } = await readDirectoryFilter(new URLSearchParams(`${query}&tri=${tri}`));
        const { total, items } = await allPages(filter);
        const found = items.map(({ id }) => ranks.get(id) ?? -1);
        expect([query, found.length]).toEqual([query, total]);
        expect([query, found]).toEqual([query, found.toSorted((a, b) => a - b)]);
      }
    }
  });

  it('counts each facet with the other filters applied, and single-valued facets add up', async () => {
    await fc.assert(
      fc.asyncProperty(plainFilter(), async (plain) => {
        const { filter } = await readDirectoryFilter(toQuery(plain));
        const facets = await countFacets(filter);
        const countWithout = (key: keyof PlainFilter) =>
          laureates.filter((laureate) =>
            belongs({ ...plain, [key]: key === 'near' || key === 'zone' ? null : [] }, laureate, slugOf),
          );
        expect(sum(facets.region)).toBe(countWithout('region').length);
        expect(sum(facets.territoire)).toBe(countWithout('territoire').length);
        const departments = countWithout('departement');
        expect(sum(facets.departement)).toBe(departments.length);
        for (const key of FACETS) {
          const counted = countWithout(key);
          const expected = facets[key].map(({ value, label }) => {
            const count = counted.filter((laureate) => belongs({ ...plain, [key]: [value] }, laureate, slugOf)).length;
            return { value, label, count };
          });
          expect(facets[key]).toEqual(expected);
        }
      }),
      { numRuns: 200, seed: 4022020 },
    );
  });

  it('has one address: parsing what the address says gives the same filter', async () => {
    await fc.assert(
      fc.asyncProperty(plainFilter(), async (plain) => {
        const { filter } = await readDirectoryFilter(toQuery(plain));
        const again = await readDirectoryFilter(new URLSearchParams(directoryQuery(filter)));
        expect(again).toEqual({ filter, ignored: [] });
      }),
      { numRuns: 200, seed: 300 },
    );
  });

  it('agrees for a text search too, whether it is read exactly or by likeness', async () => {
    for (const q of [
      'amiens',
      'condicion publik',
      'machinrie',
      'tiers lieu',
      'communauté de communes',
      'nord',
      'zzzzzz',
    ]) {
      for (const rest of [
        '',
        'territoire=rural',
        'region=hauts-de-france',
        'vague=vague-1',
        'pres-de=59350&rayon=100',
      ]) {
        const { filter } = await readDirectoryFilter(new URLSearchParams(`${rest}&q=${encodeURIComponent(q)}`));
        const list = await allPages(filter);
        const map = await readMap(filter, WORLD, 5);
        const totals = await sumSet(filter);
        const facets = await countFacets(filter);
        expect([facets.total, totals.awards, map.total + map.withoutPosition, list.items.length]).toEqual(
          Array(4).fill(list.total),
        );
        expect(sum(facets.territoire)).toBeGreaterThanOrEqual(list.total);
      }
    }
  });
});

describe('the default data', () => {
  it('announces 9 550 000 € for 119 of 382 laureates, and nothing is paid', async () => {
    const { filter } = await readDirectoryFilter({});
    expect(await sumSet(filter)).toEqual({ awards: 382, funded: 119, promisedEuros: 9_550_000 });
    const { rows } = await getPool().query(`SELECT DISTINCT status FROM instalment`);
    expect(rows).toEqual([{ status: 'announced' }]);
  });
});
