import { focusedName, HDF, heading, markers, marks, openMap, tabIntoMap } from '../support/map-page';
import { expect, test } from '../support/site';

test.use({ viewport: { width: 1440, height: 900 } });

test('a record is opened from the map with the keyboard alone', async ({ page }) => {
  await openMap(page, `${HDF}&territoire=qpv`);
  await tabIntoMap(page);
  await page.keyboard.press('End');
  const last = await focusedName(page);
  await page.keyboard.press('Home');
  expect(await focusedName(page)).not.toBe(last);
  for (let step = 0; step < 20 && !(await focusedName(page)).includes('Amiens'); step += 1)
    await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toBe('La machinerie, Amiens, quartier prioritaire (QPV)');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: /La machinerie/ });
  await expect(card).toContainText('Amiens · adresse');
  await expect(card.getByRole('link', { name: 'La machinerie' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fabriques\/la-machinerie-amiens/);
  await expect(heading(page)).toHaveText(/La machinerie/i);
});

test('the markers are one Tab stop, in reading order, and Tab leads out again', async ({ page }) => {
  await openMap(page, HDF);
  await expect(markers(page).locator('[tabindex="0"]')).toHaveCount(1);
  await tabIntoMap(page);
  const names = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  await page.keyboard.press('Home');
  const walked = [await focusedName(page)];
  for (let step = 1; step < names.length; step += 1) {
    await page.keyboard.press('ArrowRight');
    walked.push(await focusedName(page));
  }
  expect(walked).toEqual(names);
  await page.keyboard.press('ArrowRight');
  expect(await focusedName(page)).toBe(names.at(-1));
  await page.keyboard.press('Tab');
  expect(await markers(page).evaluate((group) => group.contains(document.activeElement))).toBe(false);
});

test('Escape closes what a marker opened and returns focus to it', async ({ page }) => {
  await openMap(page, `${HDF}&territoire=qpv`);
  await tabIntoMap(page);
  for (let step = 0; step < 20 && !(await focusedName(page)).includes(','); step += 1)
    await page.keyboard.press('ArrowRight');
  const name = await focusedName(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focusedName(page)).toBe(name);
});

test('a cluster is opened by going closer, and focus is on what now stands there', async ({ page }) => {
  await openMap(page, '/fabriques');
  const cluster = marks(page).filter({ hasText: /^\d+$/ }).first();
  const name = (await cluster.getAttribute('aria-label')) ?? '';
  expect(name).toMatch(/^\d+ fabriques autour d/);
  await cluster.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  expect(await markers(page).evaluate((group) => group.contains(document.activeElement))).toBe(true);
  expect(await focusedName(page)).not.toBe(name);
});

test('+ and − zoom, and focus stays with the structure or the cluster that holds it', async ({ page }) => {
  await openMap(page, `${HDF}&territoire=qpv`);
  const machinerie = page.getByRole('button', { name: /^La machinerie, Amiens/ });
  await machinerie.focus();
  const before = await marks(page).count();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('-');
  await expect.poll(() => marks(page).count()).toBeLessThan(before);
  await expect.poll(() => focusedName(page)).toMatch(/^\d+ fabriques autour d/);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  await expect.poll(() => focusedName(page)).toMatch(/^La machinerie, Amiens/);
});

test('Shift and arrows move the map without losing the focus, even where there is nothing', async ({ page }) => {
  await openMap(page, HDF);
  await tabIntoMap(page);
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect(marks(page)).toHaveCount(0);
  await expect(markers(page)).toBeFocused();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(marks(page).first()).toBeVisible();
  expect(await markers(page).evaluate((group) => group.contains(document.activeElement))).toBe(true);
});

test('structures that share a point open as a list, with the way to all of them', async ({ page, pool }) => {
  const { rows } = await pool.query(`
    SELECT count(*)::int AS count, min(longitude) AS x, min(latitude) AS y FROM structure
    WHERE longitude IS NOT NULL GROUP BY longitude, latitude HAVING count(*) > 2 ORDER BY count DESC LIMIT 1`);
  const { count, x, y } = rows[0];
  await openMap(
    page,
    `/fabriques?zone=${[x - 0.001, y - 0.001, x + 0.001, y + 0.001].map((degrees) => degrees.toFixed(4))}`,
  );
  const cluster = page.getByRole('button', { name: new RegExp(`^${count} fabriques autour`) });
  await cluster.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: new RegExp(`^${count} fabriques`) });
  const records = card.getByRole('listitem').getByRole('link');
  await expect(records).toHaveCount(count);
  await expect(records.first()).toBeFocused();
  await expect(card.getByRole('link', { name: `Voir les ${count} dans l’annuaire` })).toHaveAttribute('href', /zone=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fabriques\/[a-z0-9-]+/);
});
