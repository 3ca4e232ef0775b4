import type { Route } from 'playwright/test';
import { expect, test } from '../support/site';

test('a resident finds the fabriques of a région in priority districts, and opens one', async ({ page }) => {
  await page.goto('/fabriques');
  await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
  await expect(page).toHaveURL(/territoire=qpv/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^80 fabriques/);
  const region = page.getByRole('checkbox', { name: /Hauts-de-France/ });
  if (!(await region.isVisible()))
    await page
      .getByText(/autres/)
      .first()
      .click();
  await region.check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^7 fabriques .*Hauts-de-France/);
  await expect(page.getByRole('status').filter({ hasText: '7' }).first()).toBeAttached();
  await page.getByRole('link', { name: /La Condition Publique/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'La Condition Publique' })).toBeVisible();
  await page
    .getByRole('link', { name: /résultats/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^7 fabriques/);
});

test('filters apply without a reload, and back and forward walk through them', async ({ page }) => {
  await page.goto('/fabriques');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('checkbox', { name: /^Rural/ }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^138 fabriques/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^382 fabriques/);
  await expect(page.getByRole('checkbox', { name: /^Rural/ })).not.toBeChecked();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^138 fabriques/);
  await expect(page.getByRole('checkbox', { name: /^Rural/ })).toBeChecked();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a misspelt search finds the place and says that it read it by likeness', async ({ page }) => {
  await page.goto('/fabriques');
  const search = page.getByRole('searchbox').first();
  await search.fill('condicion publik');
  await search.press('Enter');
  await expect(page.getByText(/résultats proches de/i).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /La Condition Publique/ })).toBeVisible();
});

test('what is typed and ticked before the page comes alive is kept, and applied', async ({ page }) => {
  const held: Route[] = [];
  let isAlive = false;
  await page.route('**/_next/static/**/*.js', (route) => (isAlive ? route.continue() : void held.push(route)));
  await page.goto('/fabriques', { waitUntil: 'commit' });
  const search = page.getByRole('searchbox').first();
  await search.fill('condicion publik');
  await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
  isAlive = true;
  await Promise.all(held.map((route) => route.continue()));
  await expect(page).toHaveURL(/territoire=qpv/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^80 fabriques/);
  await expect(search).toHaveValue('condicion publik');
  await search.press('Enter');
  await expect(page.getByText(/résultats proches de/i).first()).toBeVisible();
});

test('an empty result offers what to loosen, with the number each way out gives', async ({ page }) => {
  await page.goto('/fabriques?region=mayotte&vague=vague-8');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^0 fabrique|^Aucune fabrique/);
  const ways = page.getByRole('main').getByRole('listitem');
  await expect(ways.filter({ hasText: 'Retirer Mayotte' }).first()).toContainText(/19\sfabriques/);
  await page.getByRole('main').getByRole('link', { name: 'Retirer Mayotte', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^19\sfabriques/);
});

test('what was not understood in an address is said, and never repeated', async ({ page }) => {
  await page.goto('/fabriques?page=%3Cscript%3E&zone=1,2,3&region=atlantide');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^382 fabriques/);
  const main = page.getByRole('main');
  await expect(main.getByText(/région inconnue/).first()).toBeVisible();
  await expect(main).not.toContainText('atlantide');
});

test('a page beyond the end shows the last one', async ({ page }) => {
  await page.goto('/fabriques?page=999');
  await expect(page.getByRole('navigation', { name: /page/i }).locator('[aria-current=page]')).toHaveText(/20/);
});

test('the home page, a région, a wave and a record print with their address, without what one presses or fills in', async ({
  page,
}) => {
  for (const address of [
    '/',
    '/regions/hauts-de-france',
    '/vagues/vague-1',
    '/vagues/vague-1/hauts-de-france',
    '/fabriques/la-condition-publique-roubaix',
  ]) {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const role of ['navigation', 'button', 'searchbox', 'textbox', 'search'] as const) {
      await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
    }
    await expect(page.getByText(address).filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('figure svg').filter({ visible: true }).first()).toBeVisible();
    await page.emulateMedia({ media: null });
  }
});

test('a département in lower case leads to its page, an unknown one to a 404', async ({ page, request }) => {
  await page.goto('/departements/2a');
  await expect(page).toHaveURL(/\/departements\/2A$/);
  expect((await request.get('/departements/99')).status()).toBe(404);
  expect((await request.get('/regions/atlantide')).status()).toBe(404);
  expect((await request.get('/vagues/vague-99')).status()).toBe(404);
});
