import { hashPassword } from 'better-auth/crypto';
import { Pool } from 'pg';
import type { Browser, Page } from 'playwright/test';
import { freePort } from '@/lib/cli/port';
import type { RegionScope, Role } from '@/lib/permissions/policy';
import { launch } from './launcher';
import { openRelay } from './relay';
import { copyTemplate, dropDatabase, openTestServer } from './templates';

const PASSWORD = 'girafe tambour lundi';

export async function openOfficeSite() {
  const { server, hash, release } = await openTestServer();
  const database = await copyTemplate(server, hash, 'seeded');
  const relay = await openRelay(database);
  const site = launch({ port: await freePort(), settings: { DATABASE_URL: relay.url } });
  const pool = new Pool({ connectionString: database, max: 4 });
  const close = async () => {
    await site.stop();
    await pool.end();
    await relay.cut().catch(() => {});
    await dropDatabase(database);
    await release();
  };
  try {
    await site.ready;
  } catch (error) {
    await close();
    throw error;
  }
  let made = 0;
  const addUser = async (role: Role, regionScope: RegionScope = null) => {
    made += 1;
    const email = `agent-${made}@exemple.fr`;
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO "user" (name, email, email_verified, role, covers_france, region_scope)
       VALUES ($1, $2, true, $3, $4, $5) RETURNING id`,
      [`Agent ${made}`, email, role, regionScope === null, regionScope ?? []],
    );
    const id = rows[0]?.id ?? '';
    await pool.query(
      `INSERT INTO account (account_id, provider_id, user_id, password) VALUES ($1, 'credential', $1, $2)`,
      [id, await hashPassword(PASSWORD)],
    );
    return { id, email };
  };
  const signIn = async (
    browser: Browser,
    email: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> => {
    const context = await browser.newContext({ ...options, baseURL: site.url });
    const page = await context.newPage();
    await page.goto('/connexion');
    await page.fill('#connexion-email', email);
    await page.fill('#connexion-password', PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(/\/admin/);
    return page;
  };
  return { url: site.url, pool, relay, addUser, signIn, close };
}

export type OfficeSite = Awaited<ReturnType<typeof openOfficeSite>>;
