import { Pool } from 'pg';
import { test as base } from 'playwright/test';
import { freePort } from '@/lib/cli/port';
import { type Launched, launch } from './launcher';
import { copyTemplate, dropDatabase, openTestServer } from './templates';

export { expect } from 'playwright/test';

type OwnSite = Launched & { database: string };

/** For files that write: no reader of the shared site meets a half-changed set. */
export const test = base.extend<object, { ownSite: OwnSite; pool: Pool }>({
  ownSite: [
    // Playwright reads the names it must prepare from this first argument.
    async ({ browserName: _ }, use) => {
      const { server, hash, release } = await openTestServer();
      const database = await copyTemplate(server, hash, 'seeded');
      const site = launch({ port: await freePort(), settings: { DATABASE_URL: database } });
      try {
        await site.ready;
        await use({ ...site, database });
      } finally {
        await site.stop();
        await dropDatabase(database);
        await release();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  pool: [
    async ({ ownSite }, use) => {
      const pool = new Pool({ connectionString: ownSite.database, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ ownSite }, use) => {
    await use(ownSite.url);
  },
});
