import { totpCode } from '@/lib/auth/totp';
import { expect, openOffice, PASSWORD, signIn, signInAs, test } from '../support/office-site';
import { readSecret } from '../support/pairing';

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
