import type { ClientBase } from 'pg';
import { changeTerritories } from '@/lib/batches/commands';
import type { Chosen } from '@/lib/batches/schema';
import { disconnect } from '@/lib/database/db';
import { TEST_SECRET } from '@/tests/support/launcher';
import { CHANGED } from '../load/jobs';

/** In seconds. Throws when one structure was left as it was, or out of the journal. */
export async function changeMany(client: ClientBase, database: string, actorId: string): Promise<number> {
  Object.assign(process.env, { DATABASE_URL: database, AUTH_SECRET: TEST_SECRET });
  const { rows: selection } = await client.query<Chosen>(
    `SELECT id, version FROM structure WHERE (territory, territory_basis) IS DISTINCT FROM ('rural', 'source')
     ORDER BY md5(id) LIMIT ${CHANGED}`,
  );
  const actor = { origin: 'interface', id: actorId, role: 'administrator', regionScope: null } as const;
  try {
    const began = performance.now();
    const change = { territory: 'rural', territoryBasis: 'source' } as const;
    const { batchId } = await changeTerritories(selection, change, actor);
    const seconds = (performance.now() - began) / 1000;
    const { rows } = await client.query<{ told: number }>(
      `SELECT count(*)::int AS told FROM audit_entry e JOIN structure s ON s.id = e.subject_id
       WHERE e.batch_id = $1 AND s.territory = 'rural' AND s.territory_basis = 'source'`,
      [batchId],
    );
    if (rows[0]?.told !== CHANGED) throw new Error(`${rows[0]?.told} structures were changed and told`);
    return seconds;
  } finally {
    await disconnect();
  }
}
