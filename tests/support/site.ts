import { Pool } from 'pg';
import { test as base } from 'playwright/test';

export { expect } from 'playwright/test';

/** Every test of the run shares the database of `pool`: one that writes has a site of its own (own-site.ts). */
export const test = base.extend<object, { pool: Pool }>({
  pool: [
    // Playwright reads the names it must prepare from this first argument.
    async ({ browserName: _ }, use) => {
      const pool = new Pool({
        connectionString: process.env.E2E_DATABASE_URL,
        max: 2,
        options: '-c default_transaction_read_only=on',
      });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
});
