import { countOfMap, heading, openMap } from '../support/map-page';
import { expect, test } from '../support/site';

test.use({ viewport: { width: 1440, height: 900 } });

test('the suggestions of communes are walked both ways, and Escape closes them and keeps the words', async ({
  page,
}) => {
  await page.goto('/fabriques', { waitUntil: 'networkidle' });
  const commune = page.getByRole('combobox', { name: /commune/i }).first();
  const options = page.getByRole('listbox', { name: 'Communes' }).getByRole('option');
  const chosen = page.locator('[role=option][aria-selected=true]');
  await commune.fill('roub');
  await expect(options.first()).toBeVisible();
  await expect(commune).toHaveAttribute('aria-expanded', 'true');
  await commune.press('ArrowUp');
  await expect(chosen).toHaveText((await options.last().textContent()) ?? '');
  await commune.press('ArrowDown');
  await expect(chosen).toHaveText((await options.first().textContent()) ?? '');
  await expect(commune).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await commune.press('Escape');
  await expect(options.first()).toBeHidden();
  await expect(commune).toHaveAttribute('aria-expanded', 'false');
  await expect(commune).toHaveValue('roub');
  await expect(commune).toBeFocused();
  await expect(page).toHaveURL(/\/fabriques$/);
});

test('a chip removes its own value, and « Tout effacer » removes them all', async ({ page }) => {
  await page.goto('/fabriques?region=hauts-de-france&territoire=qpv&q=condicion+publik');
  const chips = page.getByRole('list', { name: 'Filtres actifs' });
  await chips.getByRole('link', { name: /^Retirer le filtre Quartier prioritaire/ }).click();
  await expect(page).not.toHaveURL(/territoire=/);
  await expect(page).toHaveURL(/region=hauts-de-france/);
  await expect(page.getByRole('checkbox', { name: /Quartier prioritaire/ })).not.toBeChecked();
  await chips.getByRole('link', { name: 'Tout effacer' }).click();
  await expect(page).toHaveURL(/\/fabriques$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^382 fabriques/);
  await expect(chips).toHaveCount(0);
  await expect(page.getByRole('searchbox').first()).toHaveValue('');
});

test('« Avec un site internet » is in step: heading, address, data, counts, map and the chip that takes it out', async ({
  page,
}) => {
  const total = async (path: string) => (await (await page.request.get(`/api/v1/${path}?site=oui`)).json()).total;
  await openMap(page, '/fabriques');
  const box = page.getByRole('checkbox', { name: 'Avec un site internet' });
  await box.check();
  await expect(page).toHaveURL(/\/fabriques\?site=oui$/);
  const count = await total('structures');
  expect(count).toBeGreaterThan(0);
  expect(await total('facettes')).toBe(count);
  await expect(heading(page)).toHaveText(new RegExp(`^${count} fabriques avec un site internet`));
  await expect.poll(() => countOfMap(page)).toBe(count);
  await page.getByRole('link', { name: 'Retirer le filtre Avec un site internet' }).click();
  await expect(page).toHaveURL(/\/fabriques$/);
  await expect(box).not.toBeChecked();
  await expect(heading(page)).toHaveText(/^382 fabriques/);
});
