import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client, DatabaseError } from 'pg';
import { isConnectionError } from '@/lib/database/connection-error';
import { connectionRefusal } from '@/lib/database/connection-refusal';
import { KEPT_ALIVE } from '@/lib/database/kept-alive';
import { applyMigrations } from '@/lib/database/migrations';
import { refuseSharedProcess, refuseTwoDatabases, settleRole } from '@/lib/database/pooling';
import { refuseUnfitDatabase } from '@/lib/database/preflight';
import { refuseWithoutRights } from '@/lib/database/rights';
import { PROGRAM_SETTINGS, withSettings } from '@/lib/database/session-settings';
import { DatabaseStartError } from '@/lib/database/start-error';
import { getSettings } from '@/lib/env';
import { removeExpired } from './office-commands';
import { PassingTrouble, patiently } from './patience';
import { step } from './step.mjs';

/** What waiting does not mend: credentials, a database that is not there, TLS that only one side speaks. */
const needsOperator = ({ code, message }: { code: string; message: string }) =>
  /^(28|3D)/.test(code) || /\bSSL\b/.test(message);

const read = (error: unknown) => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  message: error instanceof Error ? error.message : '',
});

/** A server started at the same moment, by the same compose file for instance, that restarts or recovers from a crash. */
const isAway = (error: unknown) => isConnectionError(error) && !needsOperator(read(error));

function awayTrouble(cause: unknown, setting: string, client: Client): PassingTrouble {
  const { code } = read(cause);
  const { message } = connectionRefusal(cause, setting, client);
  return new PassingTrouble(`La base de données ne répond pas${code && ` (${code})`}`, message, { cause });
}

function newClient(address: string, setting: string): Client {
  try {
    const client = new Client({ connectionString: address, ...KEPT_ALIVE, connectionTimeoutMillis: 5_000 });
    // A failed connection is told by `connect`, and one that is lost by what it was used for.
    client.on('error', () => {});
    return client;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseStartError(`${setting} ne peut pas servir : ${reason}.`, { cause: error });
  }
}

async function connect(address: string, setting: string): Promise<Client> {
  const client = newClient(address, setting);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw isAway(error) ? awayTrouble(error, setting, client) : connectionRefusal(error, setting, client);
  }
}

type Connections = { client: Client; site: Client; address: string };

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

/** Migrates and fills, once all that the site needs is there. `site` is the connection of who will serve. */
async function prepare(root: string, { client, site, address, signal }: Connections & { signal: AbortSignal }) {
  const isPooled = site !== client;
  if (isPooled) await refuseTwoDatabases(site, client);
  await step('Mise à niveau de la base de données', () =>
    applyMigrations(client, path.join(root, 'prisma', 'migrations')),
  );
  await refuseWithoutRights(site);
  if (isPooled) await settleRole(site);
  await seedWhenEmpty(client, root, address, signal);
  await removeExpired(client);
}

async function prepareOnce(root: string, url: string, signal: AbortSignal) {
  const { directDatabaseUrl } = getSettings();
  const setting = directDatabaseUrl === null ? 'DATABASE_URL' : 'DATABASE_LISTEN_URL';
  const address = withSettings(directDatabaseUrl ?? url, PROGRAM_SETTINGS);
  const client = await connect(address, setting);
  let isLost = false;
  client.on('end', () => {
    isLost = true;
  });
  let site = client;
  const leave = () => void client.end().catch(() => {});
  signal.addEventListener('abort', leave);
  try {
    signal.throwIfAborted();
    await refuseUnfitDatabase(client, setting);
    await refuseSharedProcess(client, address, setting);
    if (directDatabaseUrl !== null) site = await connect(url, 'DATABASE_URL');
    await prepare(root, { client, site, address, signal });
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM "user") AS empty');
    return { hasNoUser: rows[0]?.empty ?? false };
  } catch (error) {
    // The other connection has told of itself.
    if (error instanceof PassingTrouble || error instanceof DatabaseStartError) throw error;
    // The program that loads the data says nothing of why it ended: it lost its connection when this one did.
    if (isLost || isAway(error)) throw awayTrouble(error, setting, client);
    if (!(error instanceof DatabaseError)) throw error;
    throw new DatabaseStartError(
      `La préparation de la base indiquée par ${setting} a été refusée par son serveur : ${error.message}.`,
      { cause: error },
    );
  } finally {
    signal.removeEventListener('abort', leave);
    await Promise.all([...new Set([client, site])].map((one) => one.end()));
  }
}

/**
 * Brings the database to what this version needs: server and role that can, migrations applied, default data in an empty
 * one only; what has served its time is removed. Waits a minute for a database that is away, or goes away meanwhile: what
 * was not committed is undone by the server. Throws StartError, DatabaseStartError or MigrationError, in French, before it
 * has written anything when something lacks. The signal ends it at once.
 */
export const prepareDatabase = (root: string, url: string, signal: AbortSignal): Promise<{ hasNoUser: boolean }> =>
  patiently(() => prepareOnce(root, url, signal), signal);
