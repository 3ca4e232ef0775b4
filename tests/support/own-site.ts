import { Pool } from 'pg';
import { test as base } from 'playwright/test';
import { openSeededSite, type SeededSite } from './seeded-site';

export { expect } from 'playwright/test';

/** For files that write: no reader of the shared site meets a half-changed set. */
export const test = base.extend<object, { ownSite: SeededSite; pool: Pool }>({
  ownSite: [
    // Playwright reads the names it must prepare from this first argument.
    async ({ browserName: _ }, use) => {
      const site = await openSeededSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
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
