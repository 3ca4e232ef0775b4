import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { isConnectionError } from '@/lib/database/connection-error';
import { KEPT_ALIVE } from '@/lib/database/kept-alive';
import { applyMigrations } from '@/lib/database/migrations';
import { DatabaseStartError } from '@/lib/database/start-error';
import { removeExpired } from './office-commands';
import { PassingTrouble, patiently } from './patience';
import { step } from './step.mjs';

const OLDEST_SERVER = 150_000;
/** Wrong credentials and a missing database, which waiting does not mend. */
const NEEDS_OPERATOR = /^(28|3D)/;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : null);

/** A server started at the same moment, by the same compose file for instance, that restarts or recovers from a crash. */
const isAway = (error: unknown) => isConnectionError(error) && !NEEDS_OPERATOR.test(codeOf(error) ?? '');

function awayTrouble(cause: unknown): PassingTrouble {
  const code = codeOf(cause);
  return new PassingTrouble(
    `La base de données ne répond pas${code === null ? '' : ` (${code})`}`,
    'vérifiez que son serveur est en marche et que DATABASE_URL le désigne.',
    { cause },
  );
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, ...KEPT_ALIVE, connectionTimeoutMillis: 5_000 });
  // A failed connection is told by `connect`, and one that is lost by what it was used for.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (isAway(error)) throw awayTrouble(error);
    throw new DatabaseStartError(
      `La base de données indiquée par DATABASE_URL ne répond pas ou refuse la connexion (${codeOf(error) ?? 'sans code'}).`,
    );
  }
}

type ServerVersion = { number: string; name: string };

/** Throws DatabaseStartError for a PostgreSQL older than those that the migrations were written for. */
export function refuseOldServer({ number, name }: ServerVersion): void {
  if (Number(number) >= OLDEST_SERVER) return;
  throw new DatabaseStartError(
    `La base indiquée par DATABASE_URL tourne sous PostgreSQL ${name.split(' ')[0]} : il faut PostgreSQL 15 ou plus récent.`,
  );
}

async function checkServer(client: Client) {
  const { rows } = await client.query<ServerVersion>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
  );
  for (const version of rows) refuseOldServer(version);
}

async function seedWhenEmpty(client: Client, root: string, url: string, signal: AbortSignal) {
  const { rows } = await client.query<{ empty: boolean }>(
    'SELECT NOT EXISTS (SELECT 1 FROM structure) AND NOT EXISTS (SELECT 1 FROM wave) AS empty',
  );
  if (!rows[0]?.empty) return;
  await step('Chargement des lauréats et des communes', async () => {
    const env = { ...process.env, DATABASE_URL: url };
    await promisify(execFile)(process.execPath, [path.join(root, 'lib', 'cli', 'main.mjs'), 'seed'], {
      cwd: root,
      env,
      signal,
    });
  });
}

async function prepareOnce(root: string, url: string, signal: AbortSignal) {
  const client = await connect(url);
  let isLost = false;
  client.on('end', () => {
    isLost = true;
  });
  const leave = () => void client.end().catch(() => {});
  signal.addEventListener('abort', leave);
  try {
    signal.throwIfAborted();
    await checkServer(client);
    await step('Mise à niveau de la base de données', () =>
      applyMigrations(client, path.join(root, 'prisma', 'migrations')),
    );
    await seedWhenEmpty(client, root, url, signal);
    await removeExpired(client);
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM "user") AS empty');
    return { hasNoUser: rows[0]?.empty ?? false };
  } catch (error) {
    // The program that loads the data says nothing of why it ended: it lost its connection when this one did.
    throw isLost || isAway(error) ? awayTrouble(error) : error;
  } finally {
    signal.removeEventListener('abort', leave);
    await client.end();
  }
}

/**
 * Brings the database to what this version needs: server recent enough, migrations applied, default data in an empty
 * one only; what has served its time is removed. Waits a minute for a database that is away, or goes away meanwhile: what
 * was not committed is undone by the server. Throws StartError, DatabaseStartError or MigrationError, in French. The
 * signal ends it at once.
 */
export const prepareDatabase = (root: string, url: string, signal: AbortSignal): Promise<{ hasNoUser: boolean }> =>
  patiently(() => prepareOnce(root, url, signal), signal);
