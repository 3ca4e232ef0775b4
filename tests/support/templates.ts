import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { databaseAt, filesOf, withClient } from '@/lib/cli/scratch';
import { acquireDatabase } from '@/lib/database/embedded';
import { applyMigrations } from '@/lib/database/migrations';
import { isPidRunning } from '@/lib/database/processes.mjs';
import { loadDefaultData } from '@/lib/default-data/load';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');
const INPUTS = ['prisma/migrations', 'prisma/data', 'lib/default-data', 'lib/text', 'package-lock.json'];

export type Template = 'migrated' | 'seeded';

export const onServer = (server: string, statement: string) =>
  withClient(databaseAt(server, 'postgres'), (client) => client.query(statement));

/** Of the text of those files and folders of the project. */
export function inputsHash(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(path.join(ROOT, input))))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

const templateName = (template: Template, hash: string) => `template_${template}_${hash}`;

async function makeTemplate(server: string, template: Template, hash: string) {
  const building = `building_${template}_${hash}`;
  await onServer(server, `DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${building}`);
  await withClient(databaseAt(server, building), async (client) => {
    await applyMigrations(client, MIGRATIONS);
    if (template === 'seeded') await loadDefaultData(client);
    await client.query('VACUUM ANALYZE');
  });
  await onServer(server, `ALTER DATABASE ${building} RENAME TO ${templateName(template, hash)}`);
}

async function removeRemains(admin: Client, hash: string) {
  const { rows } = await admin.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  for (const { name } of rows) {
    const owner = /^test_(\d+)_/.exec(name)?.[1];
    const isOrphan = owner !== undefined && !isPidRunning(Number(owner));
    if (isOrphan || (name.startsWith('template_') && /_[0-9a-f]{12}$/.test(name) && !name.endsWith(hash))) {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  }
}

export async function openTestServer() {
  const { url: server, release } = await acquireDatabase(ROOT, { name: 'test', isDurable: false });
  const hash = inputsHash(INPUTS);
  await withClient(databaseAt(server, 'postgres'), async (admin) => {
    // Two runs at once: one makes the templates, the other waits.
    await admin.query(`SELECT pg_advisory_lock(hashtext('test-templates'))`);
    await removeRemains(admin, hash);
    for (const template of ['migrated', 'seeded'] as const) {
      const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [
        templateName(template, hash),
      ]);
      if (rowCount === 0) await makeTemplate(server, template, hash);
    }
  });
  return { server, hash, release };
}

let made = 0;

export async function copyTemplate(server: string, hash: string, template: Template): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${templateName(template, hash)} STRATEGY file_copy`);
  return databaseAt(server, name);
}

const CLOSED_WITHIN_MS = 2_000;

/** A pool that has ended may still be closing: put out by force, it would cry out in the test that runs next. */
async function waitUntilLeft(admin: Client, name: string) {
  for (const end = Date.now() + CLOSED_WITHIN_MS; Date.now() < end; await sleep(20)) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
  }
}

export const dropDatabase = (url: string) =>
  withClient(databaseAt(url, 'postgres'), async (admin) => {
    const name = new URL(url).pathname.slice(1);
    await waitUntilLeft(admin, name);
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
