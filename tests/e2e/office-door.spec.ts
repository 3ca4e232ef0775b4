import { expect, PASSWORD, signIn, test } from '../support/office-site';

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
