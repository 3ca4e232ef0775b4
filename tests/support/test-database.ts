import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeCache } from '@/lib/cache';
import { databaseAt } from '@/lib/cli/scratch';
import { disconnect } from '@/lib/database/db';
import { TEST_SECRET } from './launcher';
import { openRelay } from './relay';
import { copyTemplate, dropDatabase, onServer, type Template } from './templates';

const made: string[] = [];
// What ends with the file does so in reverse: by then nothing is connected to them.
afterAll(async () => {
  for (const url of made) await dropDatabase(url);
});

export async function createTestDatabase(template: Template = 'seeded'): Promise<string> {
  const url = await copyTemplate(inject('databaseServer'), inject('templateHash'), template);
  made.push(url);
  return url;
}

export async function createEmptyDatabase(): Promise<string> {
  const name = `test_${process.pid}_empty_${made.length}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(inject('databaseServer'), `CREATE DATABASE ${name}`);
  const url = databaseAt(inject('databaseServer'), name);
  made.push(url);
  return url;
}

export function useTestDatabase(template: Template = 'seeded'): void {
  beforeAll(async () => {
    Object.assign(process.env, { DATABASE_URL: await createTestDatabase(template), AUTH_SECRET: TEST_SECRET });
  });
  afterAll(async () => {
    closeCache();
    await disconnect();
  });
}

export async function openRelayedDatabase() {
  const database = await createTestDatabase();
  const relay = await openRelay(database);
  const aside = new Client({ connectionString: database });
  await aside.connect();
  Object.assign(process.env, { DATABASE_URL: relay.url, AUTH_SECRET: TEST_SECRET });
  const close = async () => {
    closeCache();
    await disconnect();
    await relay.cut();
    await aside.end();
  };
  return { relay, aside, close };
}
