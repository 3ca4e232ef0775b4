import { Pool } from 'pg';
import { test as base } from 'playwright/test';

export { expect } from 'playwright/test';

/**
 * A test on the production site. `pool` reaches its database, which every test of the run shares: one that writes
 * puts back what it changed, or works on records of its own.
 */
export const test = base.extend<object, { pool: Pool }>({
  pool: [
    // Playwright reads the names it must prepare from this first argument.
    async ({ browserName: _ }, use) => {
      const pool = new Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
});
