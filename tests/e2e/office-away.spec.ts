import type { Browser, Page } from 'playwright/test';
import { axeFaults, beyondScreen } from '../support/faults';
import { listBuiltActions } from '../support/office-actions';
import { PASSWORD } from '../support/office-site';
import { useOfficeSite } from '../support/office-site-apart';
import { post } from '../support/office-visitor';
import { expect, test } from '../support/site';

const site = useOfficeSite();

const NOT_SAVED = 'Cet envoi n’a pas été enregistré';
const UNKNOWN = 'On ne sait pas si cet envoi est enregistré';
const ADDRESS = '3 rue des <b>Essais</b> & "Cie"';
const DESCRIPTION = 'Un atelier.\n\nUn jardin\u00A0: <script>alert(1)</script>';

const health = () => fetch(`${site.url}/api/sante`).then(({ status }) => status);
const isSeen = (status: number) => expect.poll(health, { timeout: 30_000, intervals: [250] }).toBe(status);
const isBack = async () => {
  await site.relay.restore();
  await isSeen(200);
};

async function fillNew(browser: Browser, name: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const page = await site.signIn(browser, site.admin.email, { javaScriptEnabled: false, ...options });
  await page.goto('/admin/structures/nouvelle');
  await page.getByLabel('Nom affiché').fill(name);
  await page.getByLabel('Commune', { exact: true }).fill('Roubaix (59512)');
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill(ADDRESS);
  await page.getByRole('textbox', { name: 'Présentation', exact: true }).fill(DESCRIPTION);
  return page;
}

async function press(page: Page, name: string) {
  const answer = page.waitForResponse((one) => one.request().method() === 'POST');
  await page.getByRole('button', { name, exact: true }).click();
  return answer;
}
const create = (page: Page) => press(page, 'Créer le brouillon');
const again = (page: Page) => press(page, 'Renvoyer le formulaire');

async function fieldsOf(page: Page): Promise<FormData> {
  const form = new FormData();
  for (const input of await page.locator('form input[type="hidden"]').all()) {
    // A browser ends the lines of what it sends in its own way.
    const value = ((await input.getAttribute('value')) ?? '').replaceAll(/\r?\n/g, '\r\n');
    form.append((await input.getAttribute('name')) ?? '', value);
  }
  return form;
}

async function isGivenBack(page: Page, answer: Awaited<ReturnType<typeof press>>, heading: string, name: string) {
  expect(answer.status()).toBe(503);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  const given = await page.getByLabel('Ce que vous aviez saisi').inputValue();
  for (const text of [name, ADDRESS, DESCRIPTION]) expect(given).toContain(text);
}

const saved = async (name: string) =>
  (
    await site.pool.query<{ address: string; description: string }>(
      'SELECT address, description FROM structure WHERE name = $1',
      [name],
    )
  ).rows;
const traces = async () => (await site.pool.query('SELECT count(*)::int AS count FROM audit_entry')).rows[0]?.count;
const WHOLE = [{ address: ADDRESS, description: DESCRIPTION }];

test('away before the form: it is known not to be saved, and one press saves it once, as it was typed', async ({
  browser,
}) => {
  const page = await fillNew(browser, 'Bulot', { viewport: { width: 360, height: 740 } });
  await site.relay.cut();
  await isSeen(503);
  await isGivenBack(page, await create(page), NOT_SAVED, 'Bulot');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await beyondScreen(page)).toEqual([]);
  await isGivenBack(page, await again(page), NOT_SAVED, 'Bulot');
  expect(await saved('Bulot')).toEqual([]);
  await isBack();
  const pressTwice = await fieldsOf(page);
  await again(page);
  await page.waitForURL(/fait=creee/);
  const first = page.url();
  expect(await saved('Bulot')).toEqual(WHOLE);
  const before = await traces();
  const second = await page.request.post('/admin/structures/nouvelle', {
    multipart: pressTwice,
    headers: { origin: site.url },
    maxRedirects: 0,
  });
  expect([second.status(), new URL(second.headers().location ?? '', site.url).href]).toEqual([303, first]);
  expect(await saved('Bulot')).toEqual(WHOLE);
  expect(await traces()).toBe(before);
  await page.context().close();
});

test('gone and its work killed during the form: nothing is half written, and one press saves it', async ({
  browser,
}) => {
  const page = await fillNew(browser, 'Couteau');
  const before = await traces();
  const locker = await site.pool.connect();
  await locker.query('BEGIN; LOCK TABLE structure IN SHARE MODE');
  const answered = create(page);
  const waiting = `pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await expect.poll(async () => (await site.pool.query(`SELECT 1 FROM ${waiting}`)).rowCount).toBeGreaterThan(0);
  await site.relay.cut();
  await site.pool.query(`SELECT pg_terminate_backend(pid) FROM ${waiting}`);
  await locker.query('ROLLBACK');
  locker.release();
  await isGivenBack(page, await answered, NOT_SAVED, 'Couteau');
  expect(await saved('Couteau')).toEqual([]);
  expect(await traces()).toBe(before);
  await isBack();
  await again(page);
  await page.waitForURL(/fait=creee/);
  expect(await saved('Couteau')).toEqual(WHOLE);
  await page.context().close();
});

for (const isCarriedOut of [true, false]) {
  test(`gone at COMMIT, ${isCarriedOut ? 'carried out' : 'not received'}: it is said to be unknown, and one press finds out`, async ({
    browser,
  }) => {
    const name = isCarriedOut ? 'Oursin' : 'Poulpe';
    const page = await fillNew(browser, name);
    site.relay.cutAtCommit({ isCarriedOut, staysAway: true });
    await isGivenBack(page, await create(page), UNKNOWN, name);
    await isGivenBack(page, await again(page), UNKNOWN, name);
    await isBack();
    await again(page);
    if (isCarriedOut) await expect(page.getByRole('status').first()).toContainText('est bien enregistré');
    else await page.waitForURL(/fait=creee/);
    expect(await saved(name)).toEqual(WHOLE);
    await page.context().close();
  });
}

test('a password is never written in the page: it is typed again, and opens the door', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  const page = await context.newPage();
  await page.goto('/connexion?suite=/admin/vagues');
  await page.getByLabel('Adresse de courriel').fill(site.admin.email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await site.relay.cut();
  await isSeen(503);
  const answer = await press(page, 'Se connecter');
  expect(answer.status()).toBe(503);
  expect(await page.content()).not.toContain(PASSWORD);
  await isBack();
  await page.getByLabel('Mot de passe, à saisir de nouveau').fill(PASSWORD);
  await again(page);
  await page.waitForURL(/\/admin\/vagues$/);
  await context.close();
});

test('the page has nothing for axe to find', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByLabel('Adresse de courriel').fill(site.admin.email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await site.relay.cut();
  await isSeen(503);
  // As without JavaScript: axe itself needs it.
  const sent = page.waitForResponse((one) => one.request().method() === 'POST');
  await page.locator('form#connexion').evaluate((form: HTMLFormElement) => {
    form.method = 'post';
    form.enctype = 'multipart/form-data';
    form.action = '';
    form.submit();
  });
  expect((await sent).status()).toBe(503);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_SAVED);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page)).toEqual([]);
  }
  await isBack();
  await context.close();
});

test('a form of another site, or that names none, is given nothing back', async () => {
  const id = (await listBuiltActions()).get('app/admin/structures/nouvelle/actions.ts#createStructure');
  await site.relay.cut();
  await isSeen(503);
  const typed: [string, string][] = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
    ['$ACTION_1:1', '[null]'],
    ['name', 'Calmar'],
    ['_key', crypto.randomUUID()],
  ];
  const url = `${site.url}/admin/structures/nouvelle`;
  expect((await post(url, typed, { origin: 'https://evil.example' })).status).toBe(403);
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const { status, body } = await post(url, typed, { origin });
    expect(status).toBe(origin ? 403 : 503);
    expect(body).not.toMatch(/Calmar|<form/);
  }
  await isBack();
});
