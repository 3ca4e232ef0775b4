import fc from 'fast-check';
import { getPool } from '@/lib/database/db';

const CHANGES = [
  `SET longitude = longitude + 0.7`,
  `SET longitude = NULL, latitude = NULL, position_precision = NULL, geocoding_score = NULL, geocoding_source = NULL`,
  `SET longitude = 2.35, latitude = 48.86, position_precision = 'commune'`,
  `SET territory = 'rural', territory_basis = 'source', qpv_name = NULL`,
  `SET published_at = NULL`,
  `SET published_at = now()`,
  `SET archived_at = now()`,
  `SET archived_at = NULL`,
  `SET commune_code = '59350'`,
  `SET commune_code = '97411'`,
];

export async function changeAtRandom(look: () => Promise<void>): Promise<number> {
  const { rows } = await getPool().query<{ id: string }>('SELECT id FROM structure ORDER BY id');
  const some = fc.subarray(
    rows.map(({ id }) => id),
    { minLength: 1, maxLength: 6 },
  );
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom(...CHANGES), async (chosen, set) => {
      changed += (await getPool().query(`UPDATE structure ${set} WHERE id = ANY ($1)`, [chosen])).rowCount ?? 0;
      await look();
    }),
    { numRuns: 120, seed: 11 },
  );
  return changed;
}
