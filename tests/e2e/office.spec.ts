import type { Page } from 'playwright/test';
import { expect, PASSWORD, signIn, test } from '../support/office-site';

test('the first administrator comes in by the printed link, with the keyboard alone, and invites an editor', async ({
  browser,
  freshOffice: office,
}) => {
  const link = /http:\S+\/acces\/\S+/.exec(office.output())?.[0] ?? '';
  const page = await browser.newPage();
  await page.goto(link);
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
  };
  await page.getByLabel('Prénom et nom').focus();
  await type('Camille Durand', 'camille@exemple.fr', PASSWORD);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/Votre mot de passe est enregistré/);
  await page.getByLabel('Adresse de courriel').focus();
  await type('camille@exemple.fr');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tableau de bord');
  await expect(page.getByRole('main')).toContainText('382 structures publiées');
  await expect(page.getByRole('complementary', { name: 'Double authentification' })).toBeVisible();
  expect((await page.request.get(link)).status()).toBe(404);

  await page.goto(`${office.url}/admin/utilisateurs`);
  await page.getByLabel('Adresse de courriel').fill('editrice@exemple.fr');
  await page.getByText('Des régions', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Bretagne' }).check();
  await page.getByRole('button', { name: 'Préparer l’invitation' }).click();
  const invitation = await page.locator('code.handover').innerText();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(invitation);
  await expect(guest.getByRole('main')).toContainText('Portée : Bretagne');
  await guest.getByLabel('Prénom et nom').fill('Anne Le Goff');
  await guest.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await guest.getByLabel('Le même, encore une fois').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Créer mon compte' }).click();
  await guest.waitForURL(/\/connexion/);
  await signIn(guest, office, 'editrice@exemple.fr');
  await expect(guest.getByRole('banner')).toContainText('Édition, Bretagne');
  const refused = await guest.goto(`${office.url}/admin/utilisateurs`);
  expect(refused?.status()).toBe(404);
  expect(await guest.content()).not.toContain('camille@exemple.fr');

  await page.goto(`${office.url}/admin/utilisateurs`);
  await page.getByRole('link', { name: 'Anne Le Goff' }).click();
  await page.getByRole('button', { name: 'Suspendre le compte' }).click();
  await expect(page.getByRole('status')).toHaveText(/suspendu/);
  await guest.goto(`${office.url}/admin`);
  await expect(guest).toHaveURL(/\/connexion$/);
  await page.goto(`${office.url}/admin/journal?type=user`);
  await expect(page.getByRole('row', { name: /compte suspendu/ })).toContainText('Anne Le Goff');
});

async function choose(page: Page, role: string) {
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Enregistrer le rôle' }).click();
}

test('two administrators change one account: the second is shown both roles, and chooses', async ({ page, office }) => {
  const [admin, user] = [await office.addUser('administrator'), await office.addUser('reader')];
  await signIn(page, office, admin.email);
  await page.goto(`${office.url}/admin/utilisateurs/${user.number}`);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await choose(other, 'Édition');
  await expect(other.getByRole('status').first()).toContainText('Le rôle est enregistré');
  await choose(page, 'Administration');
  const panel = page.getByRole('alert', { name: 'Le compte a changé pendant votre saisie' });
  await expect(
    panel.getByRole('radio', { name: 'Rôle et portée, enregistré : Édition, toute la France' }),
  ).toBeChecked();
  await panel.getByRole('radio', { name: /votre saisie : Administration/ }).check();
  await panel.getByRole('button', { name: 'Enregistrer ce choix (version 3)' }).click();
  await expect(page.getByRole('status').first()).toContainText('Le rôle est enregistré');
  await other.getByRole('button', { name: 'Suspendre le compte' }).click();
  await expect(other.getByRole('alert').first()).toContainText('C’est modifié depuis que vous avez ouvert cette page');
  const { rows } = await office.pool.query('SELECT role, version, disabled_at FROM "user" WHERE id = $1', [user.id]);
  expect(rows).toEqual([{ role: 'administrator', version: 3, disabled_at: null }]);
});
