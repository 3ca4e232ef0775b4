import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeCache } from '@/lib/cache';
import { disconnect } from '@/lib/database/db';
import { TEST_SECRET } from './launcher';
import { openRelay } from './relay';
import { copyTemplate, dropDatabase, type Template } from './templates';

/** The caller drops it. */
export const createTestDatabase = (template: Template = 'seeded'): Promise<string> =>
  copyTemplate(inject('databaseServer'), inject('templateHash'), template);

export function useTestDatabase(template: Template = 'seeded'): void {
  let url = '';
  beforeAll(async () => {
    url = await createTestDatabase(template);
    Object.assign(process.env, { DATABASE_URL: url, AUTH_SECRET: TEST_SECRET });
  });
  afterAll(async () => {
    closeCache();
    await disconnect();
    await dropDatabase(url);
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
    await dropDatabase(database);
  };
  return { relay, aside, close };
}
