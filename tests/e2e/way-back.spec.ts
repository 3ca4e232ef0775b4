import type { Page } from 'playwright/test';
import { HDF, marks } from '../support/map-page';
import { expect, test } from '../support/site';

const singles = (page: Page) => marks(page).filter({ hasNotText: /\d/ });
const scale = (page: Page) => page.locator('.leaflet-control-scale-line').textContent();

async function leaveByTheMap(page: Page) {
  const whole = await scale(page);
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  // Said once the markers of this view are there.
  await expect(page.locator('.lm [aria-live=polite]')).toHaveText(/sur la carte/);
  expect(await scale(page)).not.toBe(whole);
  const card = page.getByRole('dialog');
  // While the markers of the closer view take the places of the former ones, a press may find nobody.
  await expect(async () => {
    if (!(await card.isVisible())) await singles(page).first().click({ timeout: 2_000 });
    await expect(card).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const record = card.getByRole('link').first();
  const left = { scale: await scale(page), name: (await card.getAttribute('aria-label')) ?? '' };
  const address = await record.getAttribute('href');
  await record.click();
  await expect(page).toHaveURL((url) => url.pathname === address);
  return left;
}

async function expectAsLeft(page: Page, left: { scale: string | null; name: string }) {
  await expect(page.getByRole('button', { name: left.name, exact: true })).toBeVisible();
  await expect.poll(() => scale(page)).toBe(left.scale);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('Back from a record opened on the map finds the map, where it was', async ({ page }) => {
    await page.goto(HDF);
    await page.getByRole('button', { name: 'Carte', exact: true }).click();
    await expect(marks(page).first()).toBeVisible();
    const left = await leaveByTheMap(page);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Liste', exact: true })).toBeVisible();
    await expectAsLeft(page, left);
    await page.getByRole('button', { name: 'Liste', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('the way back of a record opened on the map leads to the map, where it was', async ({ page }) => {
    await page.goto(HDF);
    await page.getByRole('button', { name: 'Carte', exact: true }).click();
    await expect(marks(page).first()).toBeVisible();
    const left = await leaveByTheMap(page);
    await page.getByRole('link', { name: 'Retour aux résultats' }).click();
    await expect(page.getByRole('button', { name: 'Liste', exact: true })).toBeVisible();
    await expectAsLeft(page, left);
  });

  test('the map stays when a filter changes over it, and Back from a record still finds it', async ({ page }) => {
    await page.goto(HDF);
    await page.getByRole('button', { name: 'Carte', exact: true }).click();
    await page.getByRole('button', { name: /^Filtres/ }).click();
    await page.getByRole('checkbox', { name: /^Rural/ }).check();
    await expect(page).toHaveURL(/territoire=rural/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Carte des 9 fabriques' })).toBeVisible();
    await page.goto('/regions');
    await page.goBack();
    await expect(page.getByRole('region', { name: 'Carte des 9 fabriques' })).toBeVisible();
  });

  test('Back from a record opened in the list finds the same lines', async ({ page }) => {
    await page.goto('/fabriques');
    await expect(page.getByRole('button', { name: 'Carte', exact: true })).toBeVisible();
    const row = page.locator('.row').nth(12);
    await row.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(500);
    await row.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/fabriques\/[^?]+/);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Carte', exact: true })).toBeVisible();
    await expect(row).toBeInViewport();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left);
  });
});

test('beside the list too, Back finds the map where it was', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(HDF);
  await expect(marks(page).first()).toBeVisible();
  const left = await leaveByTheMap(page);
  await page.goBack();
  await expectAsLeft(page, left);
  await expect(page.getByRole('button', { name: 'Chercher dans cette zone' })).toBeVisible();
});

const wayBack = (page: Page) => page.getByRole('link', { name: /^Retour/ });
const RESULTS = '/fabriques?region=hauts-de-france&territoire=qpv';

async function openRecordOf(page: Page, results: string) {
  await page.goto(results);
  await page
    .getByRole('main')
    .getByRole('link', { name: /La Condition Publique/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/fabriques\/la-condition-publique-roubaix$/);
}

test('the way back leads to the results that were left, after a reload, and after Back and Forward too', async ({
  page,
}) => {
  await openRecordOf(page, RESULTS);
  const expectResults = async () => {
    await expect(wayBack(page)).toHaveText('Retour aux résultats');
    await expect(wayBack(page)).toHaveAttribute('href', RESULTS);
  };
  await expectResults();
  await page.reload();
  await expectResults();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^7 fabriques/);
  await page.goForward();
  await expectResults();
  const entries = await page.evaluate(() => window.history.length);
  await wayBack(page).click();
  await expect(page).toHaveURL((url) => url.pathname + url.search === RESULTS);
  // Gone back, not on.
  await page.goForward();
  await expectResults();
  expect(await page.evaluate(() => window.history.length)).toBe(entries);
});

test('the way back from the whole directory says so', async ({ page }) => {
  await openRecordOf(page, '/fabriques?q=condition');
  await expect(wayBack(page)).toHaveText('Retour aux résultats');
  await page.goto('/fabriques');
  await page.locator('.row').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/fabriques\/./);
  await expect(wayBack(page)).toHaveText('Retour à l’annuaire');
});

test('the way back follows filters applied without a reload', async ({ page }) => {
  await page.goto('/fabriques?region=hauts-de-france');
  await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^7 fabriques/);
  await page
    .getByRole('link', { name: /La Condition Publique/ })
    .first()
    .click();
  await expect(wayBack(page)).toHaveAttribute('href', RESULTS);
});

test('in a tab of its own, where nothing is to go back to, the way back still leads to the results', async ({
  page,
  context,
}) => {
  await page.goto(RESULTS);
  const opening = context.waitForEvent('page');
  await page
    .getByRole('main')
    .getByRole('link', { name: /La Condition Publique/ })
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  const apart = await opening;
  await expect(wayBack(apart)).toHaveText('Retour aux résultats');
  await wayBack(apart).click();
  await expect(apart).toHaveURL((url) => url.pathname + url.search === RESULTS);
});

test('from any other page, or from nowhere, the way back leads to the directory', async ({ page }) => {
  await page.goto('/regions/hauts-de-france');
  await page
    .getByRole('link', { name: /La Condition Publique/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/fabriques\/la-condition-publique-roubaix$/);
  await expect(page.locator('html')).toHaveAttribute('data-enhanced');
  await expect(wayBack(page)).toHaveText('Retour à l’annuaire');
  await wayBack(page).click();
  await expect(page).toHaveURL(/\/fabriques$/);
});

test('without its program a record still leads to the directory', async ({ page }) => {
  await page.route('**/enhancement.js*', (route) => route.abort());
  await openRecordOf(page, RESULTS);
  await expect(wayBack(page)).toHaveText('Retour à l’annuaire');
  await wayBack(page).click();
  await expect(page).toHaveURL(/\/fabriques$/);
});
