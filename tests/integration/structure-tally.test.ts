import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { TALLY_COLUMNS } from '@/lib/directory/matching';
import { countedForOffice, countForOffice } from '@/lib/structures/office-list';
import { changeAtRandom } from '../support/random-changes';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await getPool().query<Row>(text, values)).rows;

/** A group of none is one too many. */
const differences = (columns = TALLY_COLUMNS.join(', ')) =>
  ask(`
    SELECT coalesce(s.department_code, t.department_code) AS department, s.structures AS made, t.structures AS kept
    FROM (
      SELECT ${columns}, count(*)::int AS structures FROM structure
      WHERE published_at IS NOT NULL AND archived_at IS NULL GROUP BY ${columns}
    ) s FULL JOIN structure_tally t USING (${columns}, structures)
    WHERE s IS NULL OR t IS NULL`);

const naively = async () =>
  (await ask<{ count: number }>('SELECT count(*)::int AS count FROM structure WHERE archived_at IS NULL'))[0]?.count;

describe('the counts kept ready', () => {
  it('spare the menu of the office all structures but the drafts, so that a million of them change nothing', async () => {
    await ask('ANALYZE structure');
    for (const scope of [null, ['32', '11']]) {
      const { text, values } = countedForOffice(scope);
      const plan = (await ask<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values))
        .map((row) => row['QUERY PLAN'])
        .join('\n');
      expect(plan).toContain('structure_draft');
      expect(plan).not.toMatch(/Seq Scan on structure\b/);
    }
  });

  it('are those of the structures after any change, the menu of the office among them', async () => {
    expect(await differences()).toEqual([]);
    const changed = await changeAtRandom(async () => {
      expect(await differences()).toEqual([]);
      expect(await countForOffice(null)).toBe(await naively());
    });
    expect(changed).toBeGreaterThan(120);
    await ask(
      `DELETE FROM award a WHERE wave_id = 'vague-8' AND NOT EXISTS (SELECT 1 FROM instalment WHERE award_id = a.id)`,
    );
    expect(await differences()).toEqual([]);
  });

  it('count a structure that joins a group while its last one leaves', async () => {
    const [one, other] = await ask<{ id: string }>(
      'SELECT id FROM structure WHERE published_at IS NOT NULL AND archived_at IS NULL ORDER BY id LIMIT 2',
    );
    await ask(`UPDATE structure SET commune_code = '97611' WHERE id = $1`, [one?.id]);
    await ask(
      `UPDATE structure o SET (territory, territory_basis, qpv_name) = (s.territory, s.territory_basis, s.qpv_name)
       FROM structure s WHERE s.id = $1 AND o.id = $2`,
      [one?.id, other?.id],
    );
    await ask('UPDATE structure SET award_keys = ARRAY[$3::text] WHERE id IN ($1, $2)', [
      one?.id,
      other?.id,
      'x:fabrique',
    ]);
    const [leaving, joining] = [await getPool().connect(), await getPool().connect()];
    try {
      await leaving.query('BEGIN');
      await leaving.query(`UPDATE structure SET commune_code = '59350' WHERE id = $1`, [one?.id]);
      const waits = joining.query(`UPDATE structure SET commune_code = '97611' WHERE id = $1`, [other?.id]);
      await leaving.query('COMMIT');
      await waits;
    } finally {
      leaving.release();
      joining.release();
    }
    expect(await differences()).toEqual([]);
  });

  it('are those of one facet more, once the database is told of it', async () => {
    await ask(`ALTER TABLE structure ADD COLUMN audience text NOT NULL DEFAULT 'all'`);
    await ask(`SELECT count_by('audience', '${TALLY_COLUMNS.join("', '")}')`);
    const columns = `audience, ${TALLY_COLUMNS.join(', ')}`;
    expect(await differences(columns)).toEqual([]);
    await ask(`UPDATE structure SET audience = 'young' WHERE id < 'fabt-100'`);
    expect(await ask(`SELECT 1 FROM structure_tally WHERE audience = 'young'`)).not.toEqual([]);
    expect(await differences(columns)).toEqual([]);
    const cells = `SELECT ${columns}, cell_x, cell_y, structures FROM`;
    expect(await ask(`(${cells} structure_place) EXCEPT (${cells} structure_place_tally)`)).toEqual([]);
    expect(await ask(`(${cells} structure_place_tally) EXCEPT (${cells} structure_place)`)).toEqual([]);
  });

  it('are none once nothing is public', async () => {
    await ask('UPDATE structure SET archived_at = now()');
    expect(await ask('SELECT 1 FROM structure_tally')).toEqual([]);
  });
});
