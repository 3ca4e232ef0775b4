import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { poolerSentence } from './connection-refusal';
import { SITE_SETTINGS } from './session-settings';
import { DatabaseStartError } from './start-error';

const processOf = async (client: ClientBase) =>
  (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;

/** A pooler lends one process of the server to two open connections in turn. Throws DatabaseStartError. */
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

/** The site would never hear of its own changes. Throws DatabaseStartError. */
export async function refuseTwoDatabases(pooled: ClientBase, direct: ClientBase): Promise<void> {
  const [one, other] = [await identityOf(pooled), await identityOf(direct)];
  if (one?.database === other?.database && one?.startedAt === other?.startedAt) return;
  throw new DatabaseStartError(
    'DATABASE_URL et DATABASE_LISTEN_URL mènent à deux bases différentes : donnez la même, par le répartiteur puis sans lui.',
  );
}

/** What the operator has set stays. Connections that the pooler opened before do without until it renews them. */
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
