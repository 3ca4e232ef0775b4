import type { Page } from 'playwright/test';
import { faultsOf } from '../support/axe-faults';
import { withMail } from '../support/office-mail';
import { expect, PASSWORD, test } from '../support/office-site';

const NEW_PASSWORD = `${PASSWORD} neuf`;

async function tryPassword(page: Page, email: string, password: string) {
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

async function choosePassword(page: Page) {
  await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill(NEW_PASSWORD);
  await page.getByLabel('Le même, encore une fois').fill(NEW_PASSWORD);
  await page.getByRole('main').getByRole('button').click();
  await page.waitForURL(/\/connexion/);
}

const LINK = /http:\S+\/acces\/\S+/;

test('without a mail server a forgotten password is an administrator’s to replace, and no form says otherwise', async ({
  page,
  office,
}) => {
  await page.goto(`${office.url}/connexion`);
  await page.getByRole('link', { name: 'Choisir un nouveau mot de passe' }).click();
  await expect(page.getByRole('heading', { name: 'Demandez un lien à un administrateur' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
});

test('with a mail server a link is mailed to who has an account, serves once, and a stranger is told the same', async ({
  page,
}) => {
  await withMail(async (office, received) => {
    const [known, disabled] = [await office.addUser('editor'), await office.addUser('editor')];
    await office.pool.query('UPDATE "user" SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const ask = async (email: string) => {
      await page.goto(`${office.url}/connexion/oubli`);
      await page.getByLabel('Adresse de courriel de votre compte').fill(email);
      await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    };
    await page.goto(`${office.url}/connexion/oubli`);
    expect(await faultsOf(page)).toEqual([]);
    await ask('sans-arobase');
    const alert = page.getByRole('alert').first();
    await expect(alert).toBeFocused();
    await expect(page.getByLabel('Adresse de courriel de votre compte')).toHaveValue('sans-arobase');
    expect(await faultsOf(page)).toEqual([]);

    // The stranger first: once the letter of the known one is there, theirs would have been.
    for (const email of ['inconnu@exemple.fr', disabled.email, known.email]) {
      await ask(email);
      await expect(page.getByRole('status')).toHaveText(
        `Si ${email} a un compte, un lien vient de lui être envoyé. Il vaut une heure et ne sert qu’une fois.`,
      );
    }
    expect(await faultsOf(page)).toEqual([]);
    await expect.poll(() => received()).toContain(`RCPT TO:<${known.email}>`);
    await expect.poll(() => received()).toContain('/acces/');
    expect(received()).not.toContain('inconnu@exemple.fr');
    expect(received()).not.toContain(disabled.email);

    const link = LINK.exec(received())?.[0] ?? '';
    await page.goto(link);
    await choosePassword(page);
    expect((await page.request.get(link)).status()).toBe(404);
    await tryPassword(page, known.email, NEW_PASSWORD);
    await page.waitForURL(`${office.url}/admin`);
  });
});

test('a new device that strangers make wait is told of the mailed link, without JavaScript too, which ends its wait', async ({
  browser,
}) => {
  await withMail(async (office, received) => {
    const { email } = await office.addUser('editor');
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${office.url}/connexion`);
    await tryPassword(page, email, 'pas le bon mot');
    await expect(page.getByRole('alert').first()).toContainText('n’est pas le bon');
    await office.pool.query('UPDATE sign_in_failure SET count = 20, last_at = now()');
    const alert = page.getByRole('alert').first();
    for (let time = 0; time < 2; time += 1) {
      await tryPassword(page, email, PASSWORD);
      await expect(alert).toContainText('Votre mot de passe n’a pas été regardé.');
    }
    await alert.getByRole('link', { name: 'Recevoir un lien par courriel' }).click();
    await page.getByLabel('Adresse de courriel de votre compte').fill(email);
    await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    await expect.poll(received).toContain('/acces/');
    await page.goto(LINK.exec(received())?.[0] ?? '');
    await choosePassword(page);
    await tryPassword(page, email, NEW_PASSWORD);
    await page.waitForURL(`${office.url}/admin`);
  });
});
