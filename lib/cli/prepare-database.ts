import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { applyMigrations } from '@/lib/database/migrations';
import { DatabaseStartError } from '@/lib/database/start-error';
import { removeExpired } from './office-commands';
import { step } from './step.mjs';

const OLDEST_SERVER = 150_000;
/** A server started at the same moment, by the same compose file for instance, gets this long to answer. */
const ANSWER_WITHIN_MS = 10_000;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'sans code');

async function connect(url: string, signal: AbortSignal): Promise<Client> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while (true) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // A failed connection is told by `connect`.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const code = codeOf(error);
      const mayComeUp = ['ECONNREFUSED', '57P03', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
      if (!mayComeUp || Date.now() > deadline) {
        throw new DatabaseStartError(
          `La base de données indiquée par DATABASE_URL ne répond pas ou refuse la connexion (${code}).`,
        );
      }
      await sleep(500, undefined, { signal });
    }
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

/**
 * Brings the database to what this version needs: server recent enough, migrations applied, default data in an empty
 * one only; what has served its time is removed. Throws DatabaseStartError or MigrationError, in French. The signal ends it at once; what was not committed
 * is undone by the server.
 */
export async function prepareDatabase(root: string, url: string, signal: AbortSignal): Promise<{ hasNoUser: boolean }> {
  const client = await step('Connexion à la base de données', () => connect(url, signal));
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
  } finally {
    signal.removeEventListener('abort', leave);
    await client.end();
  }
}
