import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { poolerSentence } from './connection-refusal';
import { SITE_SETTINGS } from './session-settings';
import { DatabaseStartError } from './start-error';

const processOf = async (client: ClientBase) =>
  (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;

/** Throws DatabaseStartError where two open connections share one process of the server: a pooler lends it to each in turn. */
export async function refuseSharedProcess(client: ClientBase, other: ClientBase, setting: string): Promise<void> {
  if ((await processOf(client)) === (await processOf(other))) throw new DatabaseStartError(poolerSentence(setting));
}

type Identity = { database: number; startedAt: string };

const identityOf = async (client: ClientBase) =>
  (
    await client.query<Identity>(
      `SELECT oid::int AS database, pg_postmaster_start_time()::text AS "startedAt" FROM pg_database WHERE datname = current_database()`,
    )
  ).rows[0];

/** Throws DatabaseStartError when the two addresses lead to two databases: the site would never hear of its own changes. */
export async function refuseTwoDatabases(pooled: ClientBase, direct: ClientBase): Promise<void> {
  const [one, other] = [await identityOf(pooled), await identityOf(direct)];
  if (one?.database === other?.database && one?.startedAt === other?.startedAt) return;
  throw new DatabaseStartError(
    'DATABASE_URL et DATABASE_LISTEN_URL mènent à deux bases différentes : donnez la même, par le répartiteur puis sans lui.',
  );
}

/**
 * Sets for the role, in this database alone, what a pooler does not let a connection ask for; what the operator has set
 * for it there stays. Connections that the pooler opened before do without until it renews them.
 */
export async function settleRole(pooled: ClientBase): Promise<void> {
  const { rows } = await pooled.query<{ database: string; set: string[] }>(`
    SELECT current_database()::text AS database, coalesce(s.setconfig, '{}') AS set
    FROM pg_database d LEFT JOIN pg_db_role_setting s ON s.setdatabase = d.oid AND s.setrole = current_user::regrole
    WHERE d.datname = current_database()`);
  for (const { database, set } of rows) {
    const isSet = (name: string) => set.some((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}=`));
    for (const [name, value] of Object.entries(SITE_SETTINGS).filter(([one]) => !isSet(one))) {
      await pooled.query(
        `ALTER ROLE CURRENT_USER IN DATABASE ${escapeIdentifier(database)} SET ${name} = ${escapeLiteral(value)}`,
      );
    }
  }
}
