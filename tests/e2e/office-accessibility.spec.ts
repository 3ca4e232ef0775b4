import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright/test';
import { faultsOf } from '../support/axe-faults';
import { expect, type Office, signInAs, test } from '../support/office-site';

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

const OUTSIDE: Record<string, (page: Page, office: Office) => Promise<unknown>> = {
  'the sign-in page': (page, { url }) => page.goto(`${url}/connexion`),
  'the sign-in page with errors': async (page, { url }) => {
    await page.goto(`${url}/connexion`);
    await press(page, 'Se connecter');
    await expect(page.locator('.form-summary')).toBeVisible();
  },
  'the page of the code': (page, { url }) => page.goto(`${url}/connexion/code`),
  'the page of a forgotten password': (page, { url }) => page.goto(`${url}/connexion/oubli`),
  'the page of an invitation, with errors': async (page, { url, pool }) => {
    const token = randomBytes(32).toString('base64url');
    await pool.query(
      `INSERT INTO access_link (kind, token_hash, email, role, expires_at)
       VALUES ('invitation', $1, 'axe-invite@exemple.fr', 'editor', now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest('hex')],
    );
    await page.goto(`${url}/acces/${token}`);
    await press(page, 'Créer mon compte');
    await expect(page.locator('.form-summary')).toBeVisible();
  },
  'the page of a link that no longer serves': (page, { url }) => page.goto(`${url}/acces/x`),
};

const INSIDE: typeof OUTSIDE = {
  'the dashboard': (page, { url }) => page.goto(`${url}/admin`),
  'the users': (page, { url }) => page.goto(`${url}/admin/utilisateurs`),
  'the users, with an invitation refused then made': async (page, { url }) => {
    await page.goto(`${url}/admin/utilisateurs`);
    await page.getByText('Des régions', { exact: true }).click();
    await press(page, 'Préparer l’invitation');
    await expect(page.locator('.form-summary')).toBeVisible();
    await page.getByLabel('Adresse de courriel').fill('axe@exemple.fr');
    await page.getByText('Toute la France', { exact: true }).click();
    await press(page, 'Préparer l’invitation');
    await expect(page.locator('code.handover')).toBeVisible();
  },
  'the page of a user, with an error': async (page, office) => {
    const { number } = await office.addUser('editor', ['53']);
    await page.goto(`${office.url}/admin/utilisateurs/${number}`);
    await press(page, 'Oublier cette personne');
    await expect(page.locator('.form-summary')).toBeVisible();
  },
  'the own account, with errors': async (page, { url }) => {
    await page.goto(`${url}/admin/mon-compte`);
    await press(page, 'Changer le mot de passe');
    await expect(page.locator('.form-summary')).toBeVisible();
  },
  'the own account, pairing a telephone': async (page, { url }) => {
    await page.goto(`${url}/admin/mon-compte`);
    await page.getByLabel('Mot de passe actuel').first().fill('girafe tambour lundi');
    await press(page, 'Commencer');
    await expect(page.locator('.qr')).toBeVisible();
  },
  'the journal': (page, { url }) => page.goto(`${url}/admin/journal`),
  'the journal without any answer': (page, { url }) => page.goto(`${url}/admin/journal?du=1990-01-01&au=1990-01-02`),
  'a page of the office that does not exist': (page, { url }) => page.goto(`${url}/admin/nulle-part`),
};

for (const [name, open] of Object.entries(OUTSIDE)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await open(page, office);
    expect(await faultsOf(page)).toEqual([]);
  });
}

for (const [name, open] of Object.entries(INSIDE)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await signInAs(page, office, 'administrator');
    await open(page, office);
    expect(await faultsOf(page)).toEqual([]);
  });
}
