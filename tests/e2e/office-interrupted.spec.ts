import type { Browser, Page } from 'playwright/test';
import { expect, type Office, PASSWORD, signIn, signInAs, test } from '../support/office-site';

const officialName = (page: Page) => page.getByRole('textbox', { name: 'Nom officiel', exact: true });

const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();

test('a session that ends under a form takes nothing of it away: one signs in elsewhere and sends it again', async ({
  page,
  office,
}) => {
  const { id, email } = await signInAs(page, office, 'editor');
  await page.goto(`${office.url}/admin/structures/fabt-284`);
  await officialName(page).fill('Un nom écrit lentement');
  await office.pool.query('DELETE FROM session WHERE user_id = $1', [id]);
  for (let press = 0; press < 2; press += 1) {
    await save(page);
    // The button had the focus: it is the second answer that takes it again.
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expect(page.getByRole('alert').first()).toContainText('Votre session est terminée');
    await expect(officialName(page)).toHaveValue('Un nom écrit lentement');
  }
  const elsewhere = await page.context().newPage();
  await signIn(elsewhere, office, email);
  await save(page);
  await expect(page.getByRole('status').first()).toContainText('Version 2 enregistrée.');
  await expect(officialName(page)).toHaveValue('Un nom écrit lentement');
});

test('without JavaScript too: the form is given back with its button, and no answer leads to sign-in with what it held', async ({
  browser,
  office,
}) => {
  const { id, email } = await office.addUser('editor');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, office, email);
  await page.goto(`${office.url}/admin/structures/fabt-285`);
  await officialName(page).fill('Un nom <écrit> lentement');
  await office.pool.query('DELETE FROM session WHERE user_id = $1', [id]);
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(new URL(request.url()).pathname);
  });
  await save(page);
  for (let press = 0; press < 2; press += 1) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cet envoi n’a pas été enregistré');
    await expect(page.getByRole('main')).toContainText('Votre session est terminée.');
    await expect(page.getByLabel('Ce que vous aviez saisi')).toHaveValue(/Un nom <écrit> lentement/);
    if (press === 0) await page.getByRole('button', { name: 'Renvoyer le formulaire' }).click();
  }
  expect(posted).toEqual(Array.from({ length: 2 }, () => '/admin/structures/fabt-285'));
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Reconnectez-vous dans un autre onglet' }).click();
  const elsewhere = await opened;
  await expect(elsewhere).toHaveURL(`${office.url}/connexion`);
  await signIn(elsewhere, office, email);
  await page.getByRole('button', { name: 'Renvoyer le formulaire' }).click();
  await expect(page.getByRole('status').first()).toContainText('Version 2 enregistrée.');
  await expect(officialName(page)).toHaveValue('Un nom <écrit> lentement');
  await context.close();
});

for (const mode of ['with', 'without'] as const) {
  test(`a page opened under another name of the same machine tells the address of the site, ${mode} JavaScript`, async ({
    browser,
    office,
  }) => {
    const { email } = await office.addUser('reader');
    const context = await browser.newContext({ javaScriptEnabled: mode === 'with' });
    const page = await context.newPage();
    const { port } = new URL(office.url);
    await page.goto(`http://127.0.0.1:${port}/connexion`);
    await page.getByLabel('Adresse de courriel').fill(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    if (mode === 'with') {
      await expect(page.getByRole('alert').first()).toContainText(`L’adresse de ce site est ${office.url}`);
      await expect(page.getByLabel('Adresse de courriel')).toHaveValue(email);
    } else {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cet envoi n’a pas été enregistré');
      await expect(page.getByRole('main')).toContainText(`L’adresse de ce site est ${office.url}`);
      await page.getByRole('link', { name: 'Ouvrir le site à son adresse' }).click();
      await expect(page).toHaveURL(`${office.url}/`);
    }
    await context.close();
  });
}

async function fillName(browser: Browser, office: Office, mode: 'with' | 'without', id: string, name: string) {
  const { email } = await office.addUser('editor');
  const context = await browser.newContext({ javaScriptEnabled: mode === 'with' });
  const page = await context.newPage();
  await signIn(page, office, email);
  await page.goto(`${office.url}/admin/structures/${id}`);
  await officialName(page).fill(name);
  return page;
}

async function onFullDisk(office: Office, run: () => Promise<void>) {
  await office.pool.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'could not extend file "base/5/1249": No space left on device' USING ERRCODE = 'disk_full'; END $$`);
  await office.pool.query('CREATE TRIGGER no_room BEFORE UPDATE ON structure FOR EACH ROW EXECUTE FUNCTION no_room()');
  try {
    await run();
  } finally {
    await office.pool.query('DROP FUNCTION no_room CASCADE');
  }
}

for (const mode of ['with', 'without'] as const) {
  test(`a full disk is told by its name and takes nothing of a form away, ${mode} JavaScript`, async ({
    browser,
    office,
  }) => {
    const page = await fillName(browser, office, mode, mode === 'with' ? 'fabt-286' : 'fabt-287', 'Un nom sans place');
    await onFullDisk(office, async () => {
      await save(page);
      await expect(page.getByRole('alert').first()).toContainText(
        'Rien n’a été enregistré : le disque du serveur est plein.',
      );
      await expect(officialName(page)).toHaveValue('Un nom sans place');
    });
    expect(office.output()).toContain('"reason":"disque plein"');
    await save(page);
    await expect(page.getByRole('status').first()).toContainText('Version 2 enregistrée.');
    await page.context().close();
  });
}

const outdate = (page: Page) =>
  page.route('**', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.continue();
    const gone = 'a'.repeat(42);
    await route.continue({
      headers: { ...request.headers(), ...('next-action' in request.headers() && { 'next-action': gone }) },
      postData: Buffer.from(
        (request.postDataBuffer()?.toString('latin1') ?? '').replace(/(?<="id":")[0-9a-f]{42}/, gone),
        'latin1',
      ),
    });
  });

for (const mode of ['with', 'without'] as const) {
  test(`a page that another version of the site made says so, and what was typed stays, ${mode} JavaScript`, async ({
    browser,
    office,
  }) => {
    const page = await fillName(browser, office, mode, 'fabt-288', 'Un nom d’hier');
    await outdate(page);
    await save(page);
    const told = mode === 'with' ? page.getByRole('alert').first() : page.getByRole('main');
    await expect(told).toContainText('Le site a changé depuis que cette page a été ouverte');
    if (mode === 'with') await expect(officialName(page)).toHaveValue('Un nom d’hier');
    else {
      await expect(page.getByLabel('Ce que vous aviez saisi')).toHaveValue(/Un nom d’hier/);
      await page.getByRole('link', { name: 'Recharger la page' }).click();
      await expect(officialName(page)).not.toHaveValue('Un nom d’hier');
    }
    await page.context().close();
  });
}
