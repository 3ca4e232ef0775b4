import type { Page } from 'playwright/test';
import { expect, type Office, signInAs, test } from '../support/office-site';

const TOO_LARGE = 'Cette saisie est trop longue pour être envoyée';
const descriptionOf = (page: Page) => page.getByRole('textbox', { name: 'Présentation', exact: true });
const addressOf = (page: Page) => page.getByRole('textbox', { name: 'Adresse', exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();

const paste = (page: Page, length: number) =>
  descriptionOf(page).evaluate((area: HTMLTextAreaElement, most: number) => {
    area.value = 'a'.repeat(most);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, length);
const lengthOf = (page: Page) => descriptionOf(page).evaluate((area: HTMLTextAreaElement) => area.value.length);

const versionOf = async ({ pool }: Office, id: string) =>
  (await pool.query<{ version: number }>('SELECT version FROM structure WHERE id = $1', [id])).rows[0]?.version;

test('a form too large is not sent: the page says so, keeps all of it, and still asks before it is left', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/fabt-064`);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  await addressOf(page).fill('3 rue des Essais');
  await paste(page, 1_100_000);
  for (let press = 0; press < 2; press += 1) {
    await save(page);
    await expect(page.getByRole('alert').first()).toContainText(TOO_LARGE);
    await expect(page.getByRole('alert').first()).toBeFocused();
  }
  expect(sent).toBe(0);
  await expect(addressOf(page)).toHaveValue('3 rue des Essais');
  expect(await lengthOf(page)).toBe(1_100_000);
  const asked = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: 'Annuler' }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;

  // Under the limit of the form and over that of the field, the site itself refuses.
  await paste(page, 500_000);
  await save(page);
  await expect(page.getByText('Au plus 2 000 caractères.').first()).toBeVisible();
  await descriptionOf(page).fill('Un atelier partagé.');
  await save(page);
  await expect(page.getByRole('status').first()).toContainText('Version 2 enregistrée.');
  await expect(addressOf(page)).toHaveValue('3 rue des Essais');
  expect(await versionOf(office, 'fabt-064')).toBe(2);
});

test('an answer that says too large, or that never comes, keeps the form and what was typed', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  const address = `${office.url}/admin/structures/fabt-065`;
  await page.goto(address);
  await addressOf(page).fill('4 rue des Essais');
  await page.route(address, (route) => route.continue({ postData: 'x'.repeat(1_200_000) }), { times: 1 });
  await save(page);
  await expect(page.getByRole('alert').first()).toContainText(TOO_LARGE);
  await expect(addressOf(page)).toHaveValue('4 rue des Essais');

  await page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await save(page);
  await expect(page.getByRole('alert').first()).toContainText('La réponse du site n’est pas arrivée');
  await expect(addressOf(page)).toHaveValue('4 rue des Essais');
  expect(await versionOf(office, 'fabt-065')).toBe(2);
  await save(page);
  await expect(page.getByRole('status').first()).toContainText('Version 2 enregistrée.');
  expect(await versionOf(office, 'fabt-065')).toBe(2);
});

test('without JavaScript a form too large is refused with a page that gives back what was typed', async ({
  browser,
  office,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/fabt-063`);
  await page.getByLabel('Nom affiché').fill('Un <i>autre</i> nom &amp; plus');
  await addressOf(page).fill('5 rue des Essais');
  await descriptionOf(page).fill('b'.repeat(1_100_000));
  const answer = page.waitForResponse((one) => one.request().method() === 'POST');
  await save(page);
  expect((await answer).status()).toBe(413);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cet envoi n’a pas été enregistré');
  await expect(page.getByRole('main')).toContainText(TOO_LARGE);
  expect(await versionOf(office, 'fabt-063')).toBe(1);
  const given = await page.getByLabel('Ce que vous aviez saisi').inputValue();
  expect(given).toContain('Un <i>autre</i> nom &amp; plus\n\n');
  expect(given).toContain('\n\n5 rue des Essais\n\n');
  expect(given).toContain(`\n\n${'b'.repeat(1_100_000)}`);
  await context.close();
});
