import type { APIRequestContext, Page } from 'playwright/test';
import { heading } from '../support/map-page';
import { READING_PAGES } from '../support/reading-pages';
import { expect, test } from '../support/site';

const LIVE = ['/fabriques', '/fabriques?region=hauts-de-france', '/fabriques?q=condicion+publik'];

/** The next time the page is the one that is kept. */
async function askBefore(request: APIRequestContext, address: string) {
  const tags = [];
  for (let asked = 0; asked < 2; asked += 1) tags.push((await request.get(address)).headers().etag);
  expect(tags[0]).toMatch(/^"[\w-]+"$/);
  expect(tags[1]).toBe(tags[0]);
}

/** What a browser finds wrong with a page, and the scripts that it fetched for it. */
function watch(page: Page) {
  const faults: string[] = [];
  const scripts: string[] = [];
  page.on('console', (message) => {
    const isOfStatus = /status of 404/.test(message.text());
    if (message.type() === 'error' && !isOfStatus) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  return { faults, scripts };
}

const isFramework = (path: string) => path.startsWith('/_next/');

for (const address of [...READING_PAGES, '/nulle-part']) {
  test(`${address}, asked before, is read without the framework, and violates nothing`, async ({ page, request }) => {
    await askBefore(request, address);
    const { faults, scripts } = watch(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(heading(page)).toBeVisible();
    expect(faults).toEqual([]);
    expect(scripts.filter(isFramework)).toEqual([]);
    expect(await page.locator('script:not([src]):not([type="application/ld+json"])').count()).toBe(0);
  });
}

for (const address of LIVE) {
  test(`${address}, asked before, comes to life, and violates nothing`, async ({ page, request }) => {
    await askBefore(request, address);
    const { faults, scripts } = watch(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page.locator('.lm')).toBeAttached();
    expect(faults).toEqual([]);
    expect(scripts.filter(isFramework).length).toBeGreaterThan(0);
  });
}

const rows = (page: Page) =>
  page.locator('.row [href^="/fabriques/"]').evaluateAll((all) => all.map(({ textContent }) => textContent));

test('filters ticked on a directory asked before give the page that their address gives, and what is kept for them too', async ({
  page,
  context,
  request,
}) => {
  const filtered = '/fabriques?territoire=qpv';
  await askBefore(request, '/fabriques');
  await askBefore(request, filtered);
  const straight = await context.newPage();
  await straight.goto(filtered);
  const expected = [await heading(straight).textContent(), await rows(straight)];

  for (let asked = 0; asked < 2; asked += 1) {
    const { faults } = watch(page);
    await page.goto('/fabriques', { waitUntil: 'networkidle' });
    await page.evaluate(() => Object.assign(document.querySelector('.dir') ?? {}, { sameDirectory: true }));
    await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
    await expect(page).toHaveURL(/territoire=qpv/);
    await expect.poll(async () => [await heading(page).textContent(), await rows(page)]).toEqual(expected);
    expect(await page.evaluate(() => 'sameDirectory' in (document.querySelector('.dir') ?? {}))).toBe(true);
    expect(faults).toEqual([]);
  }
  // What the live page was given is no page, and is not given for one.
  await straight.goto(filtered);
  expect([await heading(straight).textContent(), await rows(straight)]).toEqual(expected);
});
