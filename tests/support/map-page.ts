import type { Page } from 'playwright/test';
import { expect } from './site';

export const HDF = '/fabriques?region=hauts-de-france';

export const markers = (page: Page) => page.getByRole('group', { name: /^Fabriques sur la carte/ });
export const marks = (page: Page) => markers(page).getByRole('button');
export const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

export async function openMap(page: Page, address: string) {
  await page.goto(address);
  await expect(marks(page).first()).toBeVisible();
}

export async function tabIntoMap(page: Page) {
  await page.locator('.dir-pane').evaluate((pane) => {
    const before = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select')].filter(
      (element) => element.getClientRects().length > 0 && pane.compareDocumentPosition(element) & 2,
    );
    before.at(-1)?.focus();
  });
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(page)).toMatch(/,|autour/);
}

export const shownOnMap = (page: Page) =>
  marks(page).evaluateAll((all) =>
    all.reduce(
      (sum, mark) => sum + Number(/^(\d+) fabriques/.exec(mark.getAttribute('aria-label') ?? '')?.[1] ?? 1),
      0,
    ),
  );

/** What the live map says of its set: shown, hors de la vue and sans position. */
export async function countOfMap(page: Page) {
  const name = (await page.locator('.lm').getAttribute('aria-label')) ?? '';
  const foot = await page.locator('.lm-foot').innerText();
  const found = [/des (\d+) fabriques/.exec(name), /(\d+) hors de la vue/.exec(foot), /(\d+) sans position/.exec(foot)];
  return found.reduce((sum, words) => sum + Number(words?.[1] ?? 0), 0);
}
