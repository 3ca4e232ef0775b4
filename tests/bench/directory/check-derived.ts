import type { ClientBase } from 'pg';

const SAMPLE = 200;

const CHECKS: [what: string, query: string][] = [
  [
    'columns that triggers derive',
    `SELECT count(*)::int AS wrong FROM structure s JOIN bench_before b ON b.id = s.id
     WHERE (s.search_vector, s.award_keys, s.latest_wave_rank, s.department_code, s.region_code, s.first_published_at)
       IS DISTINCT FROM
         (b.search_vector, b.award_keys, b.latest_wave_rank, b.department_code, b.region_code, b.first_published_at)`,
  ],
  [
    'words of the search',
    `SELECT (SELECT count(*) FROM search_word)::int - (SELECT words FROM bench_words)::int AS wrong`,
  ],
  [
    'addresses',
    `SELECT count(*)::int AS wrong FROM structure s LEFT JOIN structure_slug l ON l.slug = s.slug AND l.structure_id = s.id
     WHERE l.slug IS NULL`,
  ],
  [
    'tally',
    `SELECT count(*)::int AS wrong FROM (
       SELECT region_code, department_code, territory, award_keys, count(*)::int AS structures FROM structure GROUP BY 1, 2, 3, 4
     ) s FULL JOIN structure_tally t
       USING (region_code, department_code, territory, award_keys, structures)
     WHERE s IS NULL OR t IS NULL`,
  ],
  [
    'places',
    `SELECT count(*)::int AS wrong FROM structure_place p FULL JOIN structure_place_tally t
       USING (region_code, department_code, territory, award_keys, cell_x, cell_y, structures, west, south, east, north, commune_code)
     WHERE p IS NULL OR t IS NULL`,
  ],
];

/**
 * Lets the triggers write a sample again and compares: a directory filled without them must be the one that they would
 * have made. Changes nothing. Throws, naming what differs.
 */
export async function checkDerived(client: ClientBase, count: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM structure');
  if (rows[0]?.count !== count) throw new Error(`${rows[0]?.count} structures loaded instead of ${count}`);
  await client.query('BEGIN');
  try {
    await client.query(`CREATE TEMP TABLE bench_before ON COMMIT DROP AS
      SELECT id, search_vector, award_keys, latest_wave_rank, department_code, region_code, first_published_at
      FROM structure ORDER BY md5(id) LIMIT ${SAMPLE}`);
    await client.query(
      'CREATE TEMP TABLE bench_words ON COMMIT DROP AS SELECT count(*)::int AS words FROM search_word',
    );
    await client.query(`UPDATE structure SET name = name, award_keys = '{}', first_published_at = NULL
      WHERE id IN (SELECT id FROM bench_before)`);
    await client.query('SELECT refresh_award_keys(ARRAY(SELECT id FROM bench_before))');
    for (const [what, query] of CHECKS) {
      const { rows: found } = await client.query<{ wrong: number }>(query);
      if (found[0]?.wrong !== 0) throw new Error(`The loaded ${what} differ from the triggers' in ${found[0]?.wrong}`);
    }
  } finally {
    await client.query('ROLLBACK');
  }
}
