import type { Page } from 'playwright/test';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import { expect, test } from '../support/site';

const REGION = '/regions/hauts-de-france';
const WITH_CONTROLS = [
  '/',
  REGION,
  '/departements/59',
  '/vagues/vague-1',
  '/vagues/vague-1/hauts-de-france',
  '/fabriques/la-condition-publique-roubaix',
];

/** What acts by the program of the page and by nothing else. */
const controls = (page: Page) => page.locator('[data-print], [data-copy], [data-around-me]');

test('the program of the pages is kept for good under its own address, and asked for again under any other', async ({
  page,
  request,
}) => {
  await page.goto('/a-propos');
  const address = (await page.locator('script[type=module]').getAttribute('src')) ?? '';
  expect(address).toMatch(new RegExp(`^${ENHANCEMENT_PATH}\\?v=[0-9a-f]{16}$`));
  const present = await request.get(address);
  expect(present.headers()['content-type']).toBe('text/javascript; charset=utf-8');
  expect(present.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const other of [ENHANCEMENT_PATH, `${ENHANCEMENT_PATH}?v=0000000000000000`]) {
    const answer = await request.get(other);
    expect(answer.headers()['cache-control']).toBe('no-cache');
    expect(await answer.text()).toBe(await present.text());
  }
});

for (const address of WITH_CONTROLS) {
  test(`${address} shows what its program makes act, once it runs`, async ({ page }) => {
    await page.goto(address);
    await expect(controls(page).first()).toBeVisible();
    expect(await controls(page).filter({ visible: false }).count()).toBe(0);
  });

  test(`${address} leaves no dead button when its program cannot be loaded`, async ({ page }) => {
    await page.route(`**${ENHANCEMENT_PATH}*`, (route) => route.abort());
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await controls(page).count()).toBeGreaterThan(0);
    expect(await controls(page).filter({ visible: true }).count()).toBe(0);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no page offers what a script alone would do', async ({ page }) => {
    for (const address of WITH_CONTROLS) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await controls(page).count()).toBeGreaterThan(0);
      expect(await controls(page).filter({ visible: true }).count()).toBe(0);
    }
  });
});

const copyCitation = async (page: Page) => {
  await page.getByRole('button', { name: 'Copier la citation' }).click();
  return page.getByRole('status').filter({ visible: true, hasText: /\S/ });
};

test('the citation of a région is copied, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(REGION);
  await expect(await copyCitation(page)).toHaveText('Citation copiée.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^«\sHauts-de-France\s».*\/regions\/hauts-de-france Sources\s: ANCT/);
});

test('a citation that may not be copied is still there to be selected, and that is said', async ({ page, context }) => {
  await page.goto(REGION);
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.setPermission', {
    permission: { name: 'clipboard-write' },
    setting: 'denied',
    ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
  });
  await expect(await copyCitation(page)).toHaveText(/^La copie n’a pas été permise\s: sélectionnez le texte\.$/);
});

for (const address of ['/a-propos', '/fabriques']) {
  test(`Escape closes the menu of ${address} on a phone, and gives focus back to its button`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-enhanced');
    const menu = page.locator('.phone-menu');
    const button = menu.locator('summary');
    await button.press('Enter');
    await expect(menu.getByRole('link', { name: 'Régions' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(menu.getByRole('link', { name: 'Régions' })).toBeHidden();
    await expect(button).toBeFocused();
  });
}

test('a page printed later says the day of the printing, and the address of the filters applied since', async ({
  page,
}) => {
  await page.goto('/fabriques?utm_source=lettre&region=hauts-de-france');
  await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^7 fabriques/);
  await page.clock.setFixedTime('2027-03-01T12:00:00Z');
  await expect(page.locator('link[rel=canonical]').last()).toHaveAttribute('href', /territoire=qpv$/);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print-head')).toHaveText(
    new RegExp(
      `${new URL('/fabriques', page.url()).href}\\?region=hauts-de-france&territoire=qpv · imprimé le 1er mars 2027$`,
    ),
  );
});
