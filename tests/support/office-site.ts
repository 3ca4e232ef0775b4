import { hashPassword } from 'better-auth/crypto';
import { Pool } from 'pg';
import { test as base, type Page } from 'playwright/test';
import type { Role } from '@/lib/permissions/policy';
import { openSeededSite, type SeededDatabase } from './seeded-site';

export { expect } from 'playwright/test';

export const PASSWORD = 'girafe tambour lundi';

export type Office = {
  url: string;
  pool: Pool;
  output: () => string;
  addUser: (role: Role, regions?: string[]) => Promise<{ id: string; email: string; number: number; name: string }>;
  close: () => Promise<void>;
};

let added = 0;

export async function openOffice(settings: Record<string, string> = {}, database?: SeededDatabase): Promise<Office> {
  const site = await openSeededSite(settings, database);
  const pool = new Pool({ connectionString: site.database, max: 4 });
  const close = async () => {
    // Before the pool, which waits for whatever the site holds.
    await site.stop();
    await pool.end();
    await site.close();
  };
  const passwordHash = await hashPassword(PASSWORD);
  const addUser: Office['addUser'] = async (role, regions = []) => {
    added += 1;
    const name = `Personne ${added}`;
    const email = `personne-${added}@exemple.fr`;
    const { rows } = await pool.query<{ id: string; number: number }>(
      `INSERT INTO "user" (name, email, role, covers_france, region_scope)
       VALUES ($1, $2, $3::user_role, cardinality($4::text[]) = 0, $4) RETURNING id, number`,
      [name, email, role, regions],
    );
    const { id, number } = rows[0] ?? { id: '', number: 0 };
    await pool.query(
      `INSERT INTO account (account_id, provider_id, user_id, password) VALUES ($1, 'credential', $1, $2)`,
      [id, passwordHash],
    );
    return { id, email, number, name };
  };
  return { url: site.url, pool, output: site.output, addUser, close };
}

export async function signIn(page: Page, office: Office, email: string, path = '/connexion'): Promise<void> {
  await page.goto(office.url + path);
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(/\/admin|\/connexion\/code/);
}

/** Someone new, of the whole of France unless régions are given. */
export async function signInAs(page: Page, office: Office, ...[role, regions]: Parameters<Office['addUser']>) {
  const user = await office.addUser(role, regions);
  await signIn(page, office, user.email);
  return user;
}

// Playwright reads the names it must prepare from this first argument.
async function lend({ browserName: _ }: { browserName: string }, use: (office: Office) => Promise<void>) {
  const office = await openOffice();
  await use(office);
  await office.close();
}

/** `freshOffice` is met by no other test. */
export const test = base.extend<{ freshOffice: Office }, { office: Office }>({
  office: [lend, { scope: 'worker' }],
  freshOffice: lend,
});

/** Of the whole file, open once its tests begin. */
export function useOffice(): Office {
  const office = {} as Office;
  base.beforeAll(async () => {
    Object.assign(office, await openOffice());
  });
  base.afterAll(() => office.close?.());
  return office;
}
