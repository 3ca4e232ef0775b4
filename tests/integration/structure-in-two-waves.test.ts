import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { countFacets, type FacetValue } from '@/lib/directory/facets';
import { listStructures } from '@/lib/directory/list';
import { TALLY_COLUMNS } from '@/lib/directory/matching';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { sumByWave } from '@/lib/figures/money-by-wave';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const TWICE = 'fabt-032';

beforeAll(async () => {
  const { rows } = await getPool().query<{ id: string }>(
    `INSERT INTO award (structure_id, wave_id, label) VALUES ($1, 'vague-9', 'fabrique_numerique') RETURNING id`,
    [TWICE],
  );
  await getPool().query(
    `INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status)
     VALUES ($1, 'seed', 1, 40000, 'announced'), ($1, 'seed', 2, 7000, 'cancelled'), ($1, 'digital_bonus', NULL, 100000, 'paid')`,
    [rows[0]?.id],
  );
  emptyDirectoryCache();
});

async function ask(query: string) {
  const { filter } = await readDirectoryFilter(new URLSearchParams(query));
  return { list: await listStructures(filter), facets: await countFacets(filter), money: await sumByWave(filter) };
}
const found = async (query: string) => (await ask(`q=condition publique&${query}`)).list.total;
const countOf = (values: FacetValue[], value: string) => values.find((one) => one.value === value)?.count;

describe('a structure selected in two waves', () => {
  it('must satisfy wave and label with the same award', async () => {
    expect(await found('vague=vague-1&label=non-precise')).toBe(1);
    expect(await found('vague=vague-9&label=fabrique-numerique')).toBe(1);
    expect(await found('vague=vague-9&label=non-precise')).toBe(0);
    expect(await found('vague=vague-1&label=fabrique-numerique')).toBe(0);
    expect(await found('label=fabrique&label=non-precise&vague=vague-9')).toBe(0);
  });

  it('counts once as a lauréat and once a wave as a labellisation', async () => {
    const { facets, money } = await ask('');
    expect(money.reduce((sum, { structures }) => sum + structures, 0)).toBe(383);
    expect(facets.vague.reduce((sum, { count }) => sum + count, 0)).toBe(383);
    expect(facets.total).toBe(382);
    expect(countOf(facets.vague, 'vague-9')).toBe(83);
  });

  it('brings to a set the euros of the matching awards alone, cancelled instalments left out', async () => {
    const moneyOf = async (query: string) =>
      (await ask(query)).money.map(({ funded, totalEuros }) => [funded, totalEuros]);
    expect(await moneyOf('q=condition publique&vague=vague-1')).toEqual([[0, null]]);
    expect(await moneyOf('q=condition publique&vague=vague-9')).toEqual([[1, 140_000]]);
    const listed = async (query: string) => (await ask(query)).list.items.map(({ promisedEuros }) => promisedEuros);
    expect(await listed('q=condition publique&vague=vague-1')).toEqual([null]);
    expect(await listed('q=condition publique&vague=vague-9')).toEqual([140_000]);
    const all = (await ask('')).money.reduce((sum, { totalEuros }) => sum + (totalEuros ?? 0), 0);
    expect(all).toBe(9_550_000 + 140_000);
  });

  it('comes among the recent ones by the rank of its latest wave', async () => {
    const { list } = await ask('tri=recent&region=hauts-de-france&territoire=qpv');
    expect(list.items[0]?.id).toBe(TWICE);
  });

  it('leaves every count when it is archived, and every tally equals a plain count', async () => {
    await getPool().query(`UPDATE structure SET archived_at = now() WHERE id = $1`, [TWICE]);
    emptyDirectoryCache();
    const { facets, list } = await ask('');
    expect([facets.total, list.total]).toEqual([381, 381]);
    const { rows } = await getPool().query(`
      SELECT ${TALLY_COLUMNS}, structures FROM structure_tally
      EXCEPT
      SELECT ${TALLY_COLUMNS}, count(*) FROM structure
      WHERE published_at IS NOT NULL AND archived_at IS NULL GROUP BY ${TALLY_COLUMNS}`);
    expect(rows).toEqual([]);
  });
});
