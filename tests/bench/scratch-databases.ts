import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { applyMigrations } from '@/lib/database/migrations';
import { databaseAt, filesOf, withClient } from '../../lib/cli/scratch';
import { step } from '../../lib/cli/step.mjs';
import { fillDirectory } from './directory/fill-directory';

const PREFIX = 'bench_';
/** All that decides what a filled database holds. */
const INPUTS = ['prisma/migrations', 'prisma/data', 'lib/default-data', 'lib/text', 'tests/bench/directory'];

function inputsHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => filesOf(path.join(root, input)))) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 10);
}

async function dropOutdated(server: Client, hash: string) {
  const { rows } = await server.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^${PREFIX}[0-9]+_' AND datname !~ '^${PREFIX}[0-9]+_${hash}$'`,
  );
  for (const { name } of rows) await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
}

/** PostgreSQL copies no database that anyone is connected to; programs that were stopped may take a moment to leave. */
const LEAVE_WITHIN_MS = 30_000;

/**
 * Lends a copy of a scratch database, to be written to and thrown away: the database itself serves the next run as it
 * was filled. Whoever is still connected to it is sent away. The name is one that a later run clears if this one is killed.
 */
export async function withCopy<Result>(database: string, use: (copy: string) => Promise<Result>): Promise<Result> {
  const name = new URL(database).pathname.slice(1);
  const copy = `${name}_copy`;
  const onServer = (statement: string, values: unknown[] = []) =>
    withClient(databaseAt(database, 'postgres'), (client) => client.query(statement, values));
  const drop = () => onServer(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
  await drop();
  await onServer('SELECT pg_terminate_backend(pid, $1) FROM pg_stat_activity WHERE datname = $2', [
    LEAVE_WITHIN_MS,
    name,
  ]);
  await onServer(`CREATE DATABASE ${copy} TEMPLATE ${name} STRATEGY file_copy`);
  try {
    return await use(databaseAt(database, copy));
  } finally {
    await drop();
  }
}

/**
 * The address of a database of that server with so many synthetic structures. Filled once and kept: the next run finds
 * it, unless migrations, data or generator changed; those of other versions are dropped.
 */
export async function provideDirectory(root: string, server: string, count: number): Promise<string> {
  const hash = inputsHash(root);
  const name = `${PREFIX}${count}_${hash}`;
  const maintenance = databaseAt(server, 'postgres');
  const isThere = await withClient(maintenance, async (client) => {
    await dropOutdated(client, hash);
    return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
  });
  if (isThere) return databaseAt(server, name);
  await step(`Remplissage d’une base de ${count.toLocaleString('fr-FR')} structures`, async () => {
    const partial = `${name}_partial`;
    await withClient(maintenance, (client) => client.query(`CREATE DATABASE ${partial}`));
    await withClient(databaseAt(server, partial), async (client) => {
      await applyMigrations(client, path.join(root, 'prisma', 'migrations'));
      await fillDirectory(client, count);
    });
    await withClient(maintenance, (client) => client.query(`ALTER DATABASE ${partial} RENAME TO ${name}`));
  });
  return databaseAt(server, name);
}
