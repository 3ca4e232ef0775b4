import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Client, DatabaseError } from 'pg';
import { applyMigrations } from '@/lib/database/migrations';
import { refuseTwoDatabases, settleRole } from '@/lib/database/pooling';
import { refuseWithoutRights } from '@/lib/database/rights';
import { DatabaseStartError } from '@/lib/database/start-error';
import { awayTrouble, connect, connectDirectly, isAway, refuseUnfitServer } from './direct-connection';
import { removeExpired } from './office-commands';
import { PassingTrouble, patiently } from './patience';
import { step } from './step.mjs';

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

/** `site` is the connection of who will serve. */
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
  const direct = await connectDirectly(url);
  const { client, address, setting } = direct;
  let isLost = false;
  client.on('end', () => {
    isLost = true;
  });
  let site = client;
  const leave = () => void client.end().catch(() => {});
  signal.addEventListener('abort', leave);
  try {
    signal.throwIfAborted();
    await refuseUnfitServer(direct);
    if (setting !== 'DATABASE_URL') site = await connect(url, 'DATABASE_URL');
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

/** Waits a minute for a database that is away. Throws StartError, DatabaseStartError or MigrationError, in French. */
export const prepareDatabase = (root: string, url: string, signal: AbortSignal): Promise<{ hasNoUser: boolean }> =>
  patiently(() => prepareOnce(root, url, signal), signal);
