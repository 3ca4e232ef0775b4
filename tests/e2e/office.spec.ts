import type { Page } from 'playwright/test';
import { totpCode } from '@/lib/auth/totp';
import { expect, openOffice, PASSWORD, signIn, signInAs, test } from '../support/office-site';
import { readSecret } from '../support/pairing';

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

test('a wrong password says so and keeps the address; the right one leads where one wanted to go', async ({
  page,
  office,
}) => {
  const { email } = await office.addUser('reader');
  await page.goto(`${office.url}/admin/journal?type=user`);
  await expect(page).toHaveURL(/\/connexion\?suite=/);
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.getByLabel('Mot de passe').fill('pas le bon mot');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expect(page.getByRole('alert').first()).toHaveText('L’adresse ou le mot de passe n’est pas le bon.');
  await expect(page.getByLabel('Adresse de courriel')).toHaveValue(email);
  await expect(page.getByLabel('Mot de passe')).toHaveValue('');
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/journal\?type=user$/);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL(/\/connexion$/);
  await page.goto(`${office.url}/admin`);
  await expect(page).toHaveURL(/\/connexion$/);
});

for (const suite of ['//ailleurs.example', 'https://ailleurs.example', '/\\ailleurs.example', '/connexion']) {
  test(`sign-in with ?suite=${suite} stays on this site`, async ({ page, office }) => {
    const { email } = await office.addUser('reader');
    await signIn(page, office, email, `/connexion?suite=${encodeURIComponent(suite)}`);
    await expect(page).toHaveURL(`${office.url}/admin`);
  });
}

test('without JavaScript one signs in, is told of a mistake, and changes a password', async ({ browser, office }) => {
  const { email } = await office.addUser('editor');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${office.url}/connexion`);
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.getByLabel('Mot de passe').fill('pas le bon mot');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert').first()).toContainText('n’est pas le bon');
  await expect(page.getByLabel('Adresse de courriel')).toHaveValue(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tableau de bord');
  await page.goto(`${office.url}/admin/mon-compte`);
  const form = page.getByRole('form', { name: 'Changer de mot de passe' });
  await form.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await form.getByLabel('Nouveau mot de passe').fill(`${PASSWORD} neuf`);
  await form.getByLabel('Le même, encore une fois').fill(`${PASSWORD} neuf`);
  await form.getByRole('button').click();
  await expect(form.getByRole('status')).toContainText('Le mot de passe est changé');
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

test('a second factor is set up with its square or its key, asked at sign-in, and taken off', async ({
  page,
  office,
}) => {
  const { email, id } = await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/mon-compte`);
  const secret = await readSecret(page);
  await expect(page.getByRole('img', { name: /Carré/ })).toBeVisible();
  await page.getByLabel('Code à six chiffres').fill(await totpCode(secret, new Date()));
  await page.getByRole('button', { name: 'Vérifier et mettre en place' }).click();
  await expect(page.locator('.recovery code')).toHaveCount(10);
  const recovery = await page.locator('.recovery code').first().innerText();
  await expect(page.getByRole('complementary', { name: 'Double authentification' })).toHaveCount(0);

  for (const code of [() => totpCode(secret, new Date(), 1), () => recovery.toUpperCase()]) {
    await page.context().clearCookies();
    await signIn(page, office, email);
    await expect(page).toHaveURL(/\/connexion\/code$/);
    await page.goto(`${office.url}/admin`);
    await expect(page).toHaveURL(/\/connexion$/);
    await page.goto(`${office.url}/connexion/code`);
    await page.getByLabel(/Code à six chiffres/).fill(await code());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tableau de bord');
  }
  await page.goto(`${office.url}/admin/mon-compte`);
  await page.getByText('Retirer la double authentification').first().click();
  const removal = page.getByRole('form', { name: 'Retirer la double authentification' });
  await removal.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await removal.getByRole('button').click();
  await expect(page.getByRole('status').first()).toContainText('retirée');
  const { rows } = await office.pool.query('SELECT 1 FROM two_factor WHERE user_id = $1', [id]);
  expect(rows).toEqual([]);
});

test('with the second factor required, an administrator without one reaches nothing but its setting up', async ({
  page,
}) => {
  const office = await openOffice({ ADMIN_SECOND_FACTOR: 'required' });
  try {
    const [admin, reader] = [await office.addUser('administrator'), await office.addUser('reader')];
    await signIn(page, office, admin.email);
    for (const path of ['/admin', '/admin/utilisateurs', '/admin/journal']) {
      await page.goto(office.url + path);
      await expect(page).toHaveURL(`${office.url}/admin/mon-compte`);
    }
    expect((await page.request.get(`${office.url}/admin/journal/export`)).status()).toBe(404);
    await expect(page.getByRole('navigation', { name: 'Bureau' }).getByRole('link')).toHaveText(['Mon compte']);
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    await page.waitForURL(/\/connexion$/);
    await signIn(page, office, reader.email);
    await expect(page).toHaveURL(`${office.url}/admin`);
  } finally {
    await office.close();
  }
});
