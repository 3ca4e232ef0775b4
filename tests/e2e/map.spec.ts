import { HDF, heading, markers, marks, openMap, shownOnMap } from '../support/map-page';
import { expect, test } from '../support/site';

test.use({ viewport: { width: 1440, height: 900 } });

test('« Chercher dans cette zone » comes after a move and puts the view into the filter', async ({ page }) => {
  await openMap(page, '/fabriques?territoire=rural');
  const search = page.getByRole('button', { name: 'Chercher dans cette zone' });
  await expect(search).toHaveCount(0);
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  await expect(page).not.toHaveURL(/zone=/);
  await search.click();
  await expect(page).toHaveURL(/territoire=rural&zone=-?\d+(\.\d{1,4})?,/);
  await expect(heading(page)).not.toHaveText(/^138 fabriques/);
  await expect(search).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await expect.poll(() => shownOnMap(page)).toBe(Number.parseInt((await heading(page).textContent()) ?? '', 10));
});

test('France and its five overseas départements are one button each', async ({ page }) => {
  await openMap(page, '/fabriques');
  const mainland = await shownOnMap(page);
  for (const [name, commune] of [
    ['La Réunion', /Saint-Denis|Saint-Pierre|Saint-Paul/],
    ['Guyane', /Cayenne|Kourou|Saint-Laurent/],
    ['Mayotte', /Mamoudzou|Koungou|Tsingoni|Bandraboua|Chiconi/],
    ['Martinique', /Fort-de-France|Le Lamentin|Lamentin|Saint/],
    ['Guadeloupe', /Pointe-à-Pitre|Les Abymes|Basse-Terre|Baie|Saint/],
  ] as const) {
    await page.getByRole('button', { name: 'Outre-mer' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await expect(markers(page).getByRole('button', { name: commune }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Outre-mer' })).toBeFocused();
  }
  await page.getByRole('button', { name: 'Outre-mer' }).click();
  await page.getByRole('button', { name: 'France métropolitaine' }).click();
  await expect.poll(() => shownOnMap(page)).toBeGreaterThanOrEqual(mainland);
});

test('a map that does not answer says so, the list stays, and it can be asked again', async ({ page }) => {
  await page.route('**/api/v1/carte?*', (route) => route.fulfill({ status: 503, json: {} }));
  await page.goto(HDF);
  const notice = page.getByRole('alert').filter({ hasText: 'La carte n’a pas répondu' });
  await expect(notice).toContainText('La liste reste juste et complète.');
  await expect(page.getByRole('link', { name: /Association ENVOL/ }).first()).toBeVisible();
  await page.unroute('**/api/v1/carte?*');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => shownOnMap(page)).toBe(27);
});

test('a card shows its marker or the cluster that holds it, and the reverse', async ({ page }) => {
  await openMap(page, HDF);
  await expect.poll(() => shownOnMap(page)).toBe(27);
  const rows = page.locator('.row');
  const chosen = markers(page).locator('.is-chosen');
  for (let at = 0; at < 20; at += 5) {
    await rows.nth(at).hover();
    await expect(chosen).toHaveCount(1);
  }
  await page.mouse.move(5, 5);
  await expect(chosen).toHaveCount(0);
  const single = page.getByRole('button', { name: /^Association ENVOL|^La machinerie|^Bouillon/ }).first();
  const name = ((await single.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
  await single.hover();
  await expect(page.locator('.row.is-on')).toContainText(name);
});

test('the map follows the filter and names its number, without being made anew', async ({ page }) => {
  await openMap(page, HDF);
  await expect(page.getByRole('region', { name: 'Carte des 27 fabriques' })).toBeVisible();
  await page.locator('.leaflet-container').evaluate((map) => Object.assign(map, { isTheSame: true }));
  await page.getByRole('checkbox', { name: /^Rural/ }).check();
  await expect(page.getByRole('region', { name: 'Carte des 9 fabriques' })).toBeVisible();
  await expect.poll(() => shownOnMap(page)).toBe(9);
  expect(await page.locator('.leaflet-container').evaluate((map) => 'isTheSame' in map)).toBe(true);
});

test('a structure without a position is said under the map, and after a move', async ({ page }) => {
  await openMap(page, '/fabriques');
  const map = page.getByRole('region', { name: /^Carte des \d+ fabriques/ });
  await expect(map).toContainText(/1 sans position connue/);
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  await expect(map.locator('[aria-live=polite]')).toHaveText(/^\d+ fabriques? sur la carte, 1 sans position$/);
});

test('the map needs no other site, and leaves no error behind', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:')) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await openMap(page, '/fabriques');
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
  await expect(page.locator('.lm-names text').first()).toBeAttached();
  await page.goto('/regions');
  await page.goBack();
  await expect(marks(page).first()).toBeVisible();
  expect([elsewhere, errors]).toEqual([[], []]);
});

test.describe('for who asks for less motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing on the map moves by itself', async ({ page }) => {
    await openMap(page, '/fabriques');
    await marks(page).filter({ hasText: /^\d+$/ }).first().click();
    await expect(page.locator('.leaflet-container')).not.toHaveClass(/leaflet-(fade|zoom)-anim/);
  });
});
