import { afterAll, beforeAll, inject } from 'vitest';
import { closeCache } from '@/lib/cache';
import { disconnect } from '@/lib/db';
import { TEST_SECRET } from './launcher';
import { copyTemplate, dropDatabase, type Template } from './templates';

/** A database made for this call alone, copied from a template. The caller drops it. */
export const createTestDatabase = (template: Template = 'seeded'): Promise<string> =>
  copyTemplate(inject('databaseServer'), inject('templateHash'), template);

/** Gives the whole test file a database of its own, holding the default data, as DATABASE_URL. */
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
