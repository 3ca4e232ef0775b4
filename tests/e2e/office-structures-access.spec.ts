import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { useOfficeSite } from '../support/office-site-apart';
import { expect, test } from '../support/site';

const site = useOfficeSite();
const people = { reader: '', brittany: '' };
test.beforeAll(async () => {
  people.reader = (await site.addUser('reader')).email;
  people.brittany = (await site.addUser('editor', ['53'])).email;
});

const RECORD = '/admin/structures/fabt-032';
const PAGES = ['/admin/structures', '/admin/structures/nouvelle', RECORD, `${RECORD}/historique`];

const versionOf = async (id: string) =>
  (await site.pool.query('SELECT version FROM structure WHERE id = $1', [id])).rows[0].version;
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();

test('an editor of another région finds no page there, and a reader changes nothing', async ({ browser }) => {
  const away = await site.signIn(browser, people.brittany);
  for (const path of [RECORD, `${RECORD}/historique`]) {
    for (const headers of [{}, { rsc: '1' }]) {
      expect(await (await away.request.get(path, { headers })).text()).not.toMatch(/Condition Publique/i);
    }
    expect((await away.request.get(path)).status()).toBe(404);
  }
  await away.goto('/admin/structures?q=condition+publique');
  await expect(away.getByText('Vos régions : Bretagne.')).toBeVisible();
  await expect(away.getByRole('heading', { name: 'Aucune structure ne répond à ces critères' })).toBeVisible();

  const reader = await site.signIn(browser, people.reader);
  expect((await reader.request.get('/admin/structures/nouvelle')).status()).toBe(404);
  await reader.goto(RECORD);
  await expect(reader.getByLabel('Nom affiché')).toBeDisabled();
  await expect(reader.getByRole('button', { name: /Enregistrer|Publier|Archiver|brouillon/ })).toHaveCount(0);
});

test('a save replayed by someone else is refused, and by the same person answers as the first did', async ({
  browser,
}) => {
  const page = await site.signIn(browser, site.admin.email);
  await page.goto(RECORD);
  await page.locator('#structure').evaluate((form) => {
    const stolen = { publishedAt: '', slug: 'pris', regionCode: '53', role: 'administrator' };
    for (const [name, value] of Object.entries(stolen)) {
      form.insertAdjacentHTML('beforeend', `<input type="hidden" name="${name}" value="${value}">`);
    }
  });
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill('15 place Faidherbe');
  const sent = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes(RECORD));
  await save(page);
  const request = await sent;
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  const { rows } = await site.pool.query(
    `SELECT slug, region_code, published_at IS NOT NULL AS published FROM structure WHERE id = 'fabt-032'`,
  );
  expect(rows).toEqual([{ slug: 'la-condition-publique-roubaix', region_code: '32', published: true }]);

  const { cookie: _, ...headers } = await request.allHeaders();
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'content-length'),
  );
  const replay = (as: Page, change: Record<string, string> = {}) =>
    as.request.fetch(RECORD, { method: 'POST', headers: { ...kept, ...change }, data: request.postDataBuffer() ?? '' });
  expect(await (await replay(page)).text()).toContain('Version 2 enregistrée');
  expect(await versionOf('fabt-032')).toBe(2);

  for (const email of [people.reader, people.brittany]) {
    const other = await site.signIn(browser, email);
    expect(await (await replay(other)).text()).not.toMatch(/"name":"La Condition/);
    expect(await versionOf('fabt-032')).toBe(2);
  }
  const { email: leaving } = await site.addUser('editor');
  const leaver = await site.signIn(browser, leaving);
  await site.pool.query('UPDATE "user" SET disabled_at = now() WHERE email = $1', [leaving]);
  expect(await (await replay(leaver)).text()).toContain('Votre session est terminée');
  expect((await leaver.request.get(RECORD, { maxRedirects: 0 })).headers().location).toContain('/connexion');
  expect(await (await replay(page, { origin: 'https://ailleurs.example' })).text()).not.toContain('enregistrée');
  expect(await versionOf('fabt-032')).toBe(2);
});

test('invisible marks in a name and a script for a website are refused with a sentence', async ({ browser }) => {
  const page = await site.signIn(browser, site.admin.email);
  await page.goto('/admin/structures/fabt-031');
  const name = page.getByLabel('Nom affiché');
  await name.fill('La \u202EHalle');
  await save(page);
  await expect(page.getByText(/Ce texte contient un signe invisible/).first()).toBeVisible();
  await page.getByLabel('Site internet').fill('javascript:alert(1)');
  await name.fill('La Halle');
  await save(page);
  await expect(page.getByLabel('Site internet')).toHaveAttribute('aria-invalid', 'true');
  expect(await versionOf('fabt-031')).toBe(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the screens of structures, ${colorScheme}`, async ({ browser }) => {
    const page = await site.signIn(browser, site.admin.email, { colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [...PAGES, `${RECORD}/historique?version=1`, '/admin/structures?q=zzzz']) {
        await page.goto(path);
        expect([path, width, await axeFaults(page)]).toEqual([path, width, []]);
        const isWhole = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        expect([path, width, isWhole]).toEqual([path, width, true]);
      }
    }
    await page.goto('/admin/structures/nouvelle');
    await page.getByLabel('Nom affiché').fill('La Condition Publique');
    await page.getByLabel('Commune', { exact: true }).fill('Roubaix (59512)');
    await page.getByRole('button', { name: 'Créer le brouillon' }).click();
    await expect(page.getByRole('group', { name: 'Doublon probable' })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Placer sur la carte' }).click();
    await expect(page.getByRole('region', { name: 'Carte pour placer la structure' })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
  });
}
