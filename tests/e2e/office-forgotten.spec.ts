import { stateFaultsOf } from '../support/axe-faults';
import { openMailServer } from '../support/mail-server';
import { expect, openOffice, PASSWORD, test } from '../support/office-site';

test.describe.configure({ timeout: 400_000 });

const NEW_PASSWORD = `${PASSWORD} neuf`;

test('without a mail server a forgotten password is an administrator’s to replace, and no form says otherwise', async ({
  page,
  office,
}) => {
  await page.goto(`${office.url}/connexion`);
  await page.getByRole('link', { name: 'Choisir un nouveau mot de passe' }).click();
  await expect(page.getByRole('heading', { name: 'Demandez un lien à un administrateur' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  expect(await stateFaultsOf(page)).toEqual([]);
});

test('with a mail server a link is mailed to who has an account, serves once, and a stranger is told the same', async ({
  page,
}) => {
  const mail = await openMailServer();
  const office = await openOffice({ SMTP_URL: mail.url }).catch(async (error: unknown) => {
    await mail.close();
    throw error;
  });
  try {
    const [known, disabled] = [await office.addUser('editor'), await office.addUser('editor')];
    await office.pool.query('UPDATE "user" SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const ask = async (email: string) => {
      await page.goto(`${office.url}/connexion/oubli`);
      await page.getByLabel('Adresse de courriel de votre compte').fill(email);
      await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    };
    await page.goto(`${office.url}/connexion/oubli`);
    expect(await stateFaultsOf(page)).toEqual([]);
    await ask('sans-arobase');
    const alert = page.getByRole('alert').first();
    await expect(alert).toBeFocused();
    await expect(page.getByLabel('Adresse de courriel de votre compte')).toHaveValue('sans-arobase');
    expect(await stateFaultsOf(page)).toEqual([]);

    // The stranger first: once the letter of the known one is there, theirs would have been.
    for (const email of ['inconnu@exemple.fr', disabled.email, known.email]) {
      await ask(email);
      await expect(page.getByRole('status')).toHaveText(
        `Si ${email} a un compte, un lien vient de lui être envoyé. Il vaut une heure et ne sert qu’une fois.`,
      );
    }
    expect(await stateFaultsOf(page)).toEqual([]);
    await expect.poll(() => mail.received()).toContain(`RCPT TO:<${known.email}>`);
    await expect.poll(() => mail.received()).toContain('/acces/');
    expect(mail.received()).not.toContain('inconnu@exemple.fr');
    expect(mail.received()).not.toContain(disabled.email);

    const link = /http:\S+\/acces\/\S+/.exec(mail.received())?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill(NEW_PASSWORD);
    await page.getByLabel('Le même, encore une fois').fill(NEW_PASSWORD);
    await page.getByRole('main').getByRole('button').click();
    await page.waitForURL(/\/connexion/);
    expect((await page.request.get(link)).status()).toBe(404);
    await page.getByLabel('Adresse de courriel').fill(known.email);
    await page.getByLabel('Mot de passe').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(`${office.url}/admin`);
  } finally {
    await office.close();
    await mail.close();
  }
});
