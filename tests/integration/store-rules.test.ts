import { describe, expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl, getPool } from '@/lib/database/db';
import { loadDefaultData } from '@/lib/default-data/load';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const structure = `UPDATE structure SET %s WHERE id = 'fabt-032'`;
const set = (assignments: string) => structure.replace('%s', assignments);
const award = `(SELECT id FROM award WHERE structure_id = 'fabt-032')`;
const instalment = (values: string) =>
  `INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status, paid_on) VALUES (${award}, ${values})`;

describe('the store itself refuses', () => {
  it.each([
    ['an amount of zero', instalment(`'seed', 1, 0, 'announced', NULL`)],
    ['a negative amount', instalment(`'seed', 1, -5, 'announced', NULL`)],
    ['an eleventh year of aid', instalment(`'seed', 11, 1000, 'announced', NULL`)],
    ['seed money without its year', instalment(`'seed', NULL, 1000, 'announced', NULL`)],
    ['a date of payment on what is not paid', instalment(`'seed', 1, 1000, 'announced', '2021-01-01'`)],
    ['an unknown status', instalment(`'seed', 1, 1000, 'promised', NULL`)],
    ['half a position', set(`longitude = NULL`)],
    ['a longitude beyond the world', set(`longitude = 181`)],
    ['a latitude beyond the map', set(`latitude = 89`)],
    ['a territory without its basis', set(`territory_basis = NULL`)],
    ['a priority district outside any QPV', set(`territory = 'rural', territory_basis = 'source', qpv_name = 'X'`)],
    ['an unknown territory', set(`territory = 'urban'`)],
    ['a website that is no web address', set(`website = 'javascript:alert(1)'`)],
    ['an empty name', set(`name = ''`)],
    ['a slug that is no slug', set(`slug = 'Condition Publique'`)],
    ['a commune that does not exist', set(`commune_code = '99999'`)],
    ['a second award in the same wave', `INSERT INTO award (structure_id, wave_id) VALUES ('fabt-032', 'vague-1')`],
    ['an award in no wave', `INSERT INTO award (structure_id, wave_id) VALUES ('fabt-032', 'vague-99')`],
    [
      'a wave whose dates run backwards',
      `UPDATE wave SET opens_on = '2020-01-01', closes_on = '2019-01-01' WHERE id = 'vague-1'`,
    ],
    ['a minimum above the maximum', `UPDATE wave SET min_total_euros = 200000 WHERE id = 'vague-1'`],
    ['two waves of one rank', `UPDATE wave SET rank = 2 WHERE id = 'vague-1'`],
    ['removing a wave that has awards', `DELETE FROM wave WHERE id = 'vague-1'`],
    ['removing a structure that has awards', `DELETE FROM structure WHERE id = 'fabt-032'`],
    ['removing a commune that has a structure', `DELETE FROM commune WHERE code = '59512'`],
    ['removing an award that has instalments', `DELETE FROM award WHERE structure_id = 'fabt-068'`],
    ['another id for a wave', `UPDATE wave SET id = 'vague-1-bis' WHERE id = 'vague-1'`],
    [
      'an empty reference of a convention',
      `UPDATE award SET convention_reference = '' WHERE structure_id = 'fabt-032'`,
    ],
    [
      'a convention older than the call',
      `UPDATE award SET convention_on = '2018-01-01' WHERE structure_id = 'fabt-032'`,
    ],
    ['a slug in use', set(`slug = 'pop-lille'`)],
  ])('%s', async (_, statement) => {
    await expect(getPool().query(statement)).rejects.toMatchObject({ code: /^(23|22)/ });
  });

  it('a former slug given to another structure, and remembers whose it was', async () => {
    const pool = getPool();
    await pool.query(`UPDATE structure SET slug = 'la-condition-roubaix' WHERE id = 'fabt-032'`);
    await expect(
      pool.query(`UPDATE structure SET slug = 'la-condition-publique-roubaix' WHERE id = 'fabt-031'`),
    ).rejects.toMatchObject({ code: '23505' });
    await pool.query(`UPDATE structure SET slug = 'la-condition-publique-roubaix' WHERE id = 'fabt-032'`);
    const { rows } = await pool.query(`SELECT slug FROM structure_slug WHERE structure_id = 'fabt-032' ORDER BY slug`);
    expect(rows.map(({ slug }) => slug)).toEqual(['la-condition-publique-roubaix', 'la-condition-roubaix']);
  });

  it('a second bonus for one award, but not after the first is cancelled', async () => {
    const pool = getPool();
    const bonus = (status: string) =>
      pool.query(
        `INSERT INTO instalment (award_id, purpose, amount_euros, status) VALUES (${award}, 'digital_bonus', 100000, $1)`,
        [status],
      );
    await bonus('cancelled');
    await bonus('announced');
    await expect(bonus('announced')).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the default data', () => {
  it('goes into an empty database only', async () => {
    expect(await withClient(databaseUrl(), loadDefaultData)).toEqual({ loaded: false, structures: 0 });
    const { rows } = await getPool().query(`SELECT count(*)::int AS count FROM structure`);
    expect(rows[0].count).toBe(382);
  });

  it('holds 34 969 communes, 101 départements in 18 régions, and leaves unknown centres empty', async () => {
    const { rows } = await getPool().query(`
      SELECT (SELECT count(*)::int FROM commune) AS communes,
        (SELECT count(*)::int FROM region WHERE is_ranked) AS regions,
        (SELECT count(*)::int FROM department d JOIN region r ON r.code = d.region_code WHERE r.is_ranked) AS departments,
        (SELECT count(*)::int FROM commune WHERE longitude IS NULL AND code LIKE '978%') AS saint_martin`);
    expect(rows[0]).toEqual({ communes: 34_969, regions: 18, departments: 101, saint_martin: 1 });
  });

  it('names the seven of Hauts-de-France with the article of 4 February 2020 as their source', async () => {
    const { rows } = await getPool().query(`
      SELECT s.name, src.url, to_char(src.published_on, 'YYYY-MM-DD') AS published
      FROM structure s JOIN structure_source src ON src.structure_id = s.id
      JOIN award a ON a.structure_id = s.id
      WHERE s.region_code = '32' AND a.wave_id = 'vague-1' ORDER BY s.name COLLATE "fr-x-icu"`);
    expect(rows.map(({ name }) => name)).toEqual([
      'Association La petite Pierre',
      'Efficience, solidaire et créative',
      'ESS Team',
      'La Condition Publique',
      'La machinerie',
      "La station, écosystème d'innovation et d'entrepreneuriat",
      'Pop',
    ]);
    expect(
      rows.every(({ url, published }) => new URL(url).hostname === 'www.irev.fr' && published === '2020-02-04'),
    ).toBe(true);
  });
});
