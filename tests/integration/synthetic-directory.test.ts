import { expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { fillDirectory } from '@/tests/bench/directory/fill-directory';
import { createTestDatabase } from '../support/test-database';

const COUNT = 400;

const DERIVED = [
  `SELECT id, search_vector, award_keys, latest_wave_rank, department_code, region_code, first_published_at FROM structure`,
  'SELECT slug, structure_id FROM structure_slug',
  'SELECT word FROM search_word',
  'SELECT region_code, department_code, territory, award_keys, structures FROM structure_tally',
  `SELECT region_code, department_code, territory, award_keys, cell_x, cell_y, structures, west, south, east, north,
    commune_code FROM structure_place_tally`,
];

it('the directory that the bench fills is the one that the triggers would have made', async () => {
  const database = await createTestDatabase('migrated');
  await withClient(database, async (client) => {
    await fillDirectory(client, COUNT);
    const read = async () => {
      const tables = [];
      for (const query of DERIVED) tables.push((await client.query(query)).rows);
      return tables.map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
    };
    const filled = await read();
    expect(filled[0]).toHaveLength(COUNT);
    await client.query(`TRUNCATE structure_tally, structure_place_tally, search_word, structure_slug;
        UPDATE structure SET published_at = NULL, award_keys = '{}', latest_wave_rank = 0;
        TRUNCATE structure_tally;
        UPDATE structure SET name = name, slug = slug, published_at = created_at;
        SELECT refresh_award_keys(ARRAY(SELECT id FROM structure))`);
    expect(await read()).toEqual(filled);
  });
});
