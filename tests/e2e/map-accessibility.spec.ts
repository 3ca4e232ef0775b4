import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { HDF, markers, marks, openMap } from '../support/map-page';
import { expect, test } from '../support/site';

const expectNoFault = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

/** On a phone the map takes the place of the list. */
async function showMap(page: Page, address: string, width: number) {
  if (width > 700) return openMap(page, address);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page
    .getByRole('button', { name: /^Carte/ })
    .or(page.getByRole('link', { name: /^Carte$/ }))
    .first()
    .click();
  await expect(marks(page).first()).toBeVisible();
}

for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`the map in use, at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, hasTouch: width < 700 });

      test('has no fault that axe can find while a structure is open', async ({ page }) => {
        await showMap(page, HDF, width);
        await markers(page).getByRole('button', { name: /,/ }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoFault(page);
      });

      test('has none with the territories open, then moved, then without an answer', async ({ page }) => {
        await showMap(page, '/fabriques', width);
        await page.getByRole('button', { name: 'Outre-mer' }).click();
        await expectNoFault(page);
        await page.getByRole('button', { name: 'Martinique' }).click();
        await expect(page.getByRole('button', { name: 'Chercher dans cette zone' })).toBeVisible();
        await expectNoFault(page);
        await page.route('**/api/v1/carte?*', (route) => route.abort());
        await page.getByRole('button', { name: 'Dézoomer' }).click();
        await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
        await expectNoFault(page);
      });
    });
  }
}

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true });

  test('the map, its controls and a card fit, and every control is large enough for a thumb', async ({ page }) => {
    await showMap(page, '/fabriques?q=machinerie', 320);
    for (const name of ['Zoomer', 'Dézoomer', 'Outre-mer']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(box && box.height >= 44 && box.width >= 44 && box.x >= 0 && box.x + box.width <= 320).toBe(true);
    }
    await markers(page).getByRole('button', { name: /,/ }).first().press('Enter');
    const card = await page.getByRole('dialog').boundingBox();
    expect(card && card.x >= 0 && card.x + card.width <= 320 && card.y >= 0 && card.y + card.height <= 568).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
