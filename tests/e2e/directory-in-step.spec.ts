import { countOfMap, HDF, heading, markers, marks, openMap } from '../support/map-page';
import { expect, test } from '../support/site';

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('a commune typed and sent, without choosing a suggestion, keeps the page, the focus and the announcement', async ({
    page,
  }) => {
    await openMap(page, '/fabriques');
    await page.evaluate(() => Object.assign(document.querySelector('.dir') ?? {}, { sameDirectory: true }));
    const commune = page.getByRole('combobox', { name: /commune/i });
    await commune.fill('59000');
    await commune.press('Enter');
    await expect(page).toHaveURL(/pres-de=59350/);
    await expect(page.getByRole('status')).toContainText('Lille');
    await expect(commune).toBeFocused();
    expect(await page.evaluate(() => 'sameDirectory' in (document.querySelector('.dir') ?? {}))).toBe(true);
    await commune.fill('saint-denis');
    await commune.press('Enter');
    await expect(page.getByText(/Plusieurs communes répondent/)).toBeVisible();
  });

  test('the names beside a marker lie neither on it nor between the pointer and the others', async ({ page }) => {
    await openMap(page, HDF);
    const singles = marks(page).filter({ hasNotText: /\d/ });
    for (const index of [0, 3, 6, 9]) {
      const mark = singles.nth(index);
      const name = (await mark.getAttribute('aria-label'))?.split(',')[0] ?? '';
      await mark.hover();
      await expect(page.locator('.lm-preview')).toContainText(name);
      const [own, label] = [await mark.boundingBox(), await page.locator('.lm-preview').boundingBox()];
      expect(own && label).toBeTruthy();
      if (!own || !label) return;
      const isApart =
        label.x >= own.x + own.width ||
        label.x + label.width <= own.x ||
        label.y >= own.y + own.height ||
        label.y + label.height <= own.y;
      expect(isApart, name).toBe(true);
    }
  });

  test('the map says how many of the set this view leaves out, so that it adds up to the heading', async ({ page }) => {
    await openMap(page, '/fabriques');
    await expect(heading(page)).toHaveText(/^382 fabriques/);
    expect(await countOfMap(page)).toBe(382);
  });

  test('a row whose structure lies outside the view is shown the way to it', async ({ page }) => {
    await openMap(page, '/fabriques?region=la-reunion&region=hauts-de-france');
    await page.getByRole('button', { name: 'Outre-mer' }).click();
    await page.getByRole('button', { name: 'France métropolitaine' }).click();
    await expect(marks(page).first()).toBeVisible();
    await page.locator('[data-id]').filter({ hasText: '974' }).first().hover();
    await expect(page.locator('.lm-beyond')).toBeVisible();
    await page.locator('[data-id]').filter({ hasText: '62' }).first().hover();
    await expect(page.locator('.lm-beyond')).toHaveCount(0);
  });

  test('« Réessayer » gives the focus to the map, not to nothing', async ({ page }) => {
    await openMap(page, HDF);
    await page.route('**/api/v1/carte?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Dézoomer' }).click();
    await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
    await page.unroute('**/api/v1/carte?*');
    await page.getByRole('button', { name: 'Réessayer' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
    expect(await markers(page).evaluate((group) => group.contains(document.activeElement))).toBe(true);
  });

  test('a set that becomes short while the page is scrolled is brought back into sight', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 600 });
    await openMap(page, HDF);
    await page.getByRole('checkbox', { name: /Fabrique numérique/ }).check();
    await expect(heading(page)).toHaveText(/^2 fabriques/);
    await expect(heading(page)).toBeInViewport();
  });

  test('words that exist apart but nowhere together lead to each of them', async ({ page }) => {
    await page.goto('/fabriques?q=roubaix+machinerie');
    await expect(page.getByText(/aucune fabrique ne les réunit/)).toBeVisible();
    await page.getByRole('link', { name: '« machinerie »' }).click();
    await expect(page).toHaveURL(/q=machinerie$/);
    await expect(heading(page)).not.toHaveText(/^0/);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the number of results is announced while the filters cover the list', async ({ page }) => {
    await page.goto('/fabriques');
    await page.getByRole('button', { name: /^Filtres/ }).click();
    await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
    // A role is found only where a screen reader would find it: nothing inert.
    await expect(page.getByRole('status')).toContainText(/^80 fabriques/);
    expect(await page.getByRole('status').evaluate((status) => status.closest('[inert]'))).toBeNull();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the map leads overseas and says where one is', async ({ page }) => {
    await page.goto('/fabriques');
    const overseas = page.getByRole('list', { name: 'Outre-mer' });
    await expect(overseas.getByRole('link')).toHaveCount(5);
    await overseas.getByRole('link', { name: /La Réunion/ }).click();
    await expect(heading(page)).toHaveText(/^7 fabriques à La Réunion/);
    await page.goto('/fabriques?departement=75');
    await expect(page.locator('figure svg text', { hasText: 'Paris' }).filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('figure use.m-focus').first()).toBeAttached();
  });
});
