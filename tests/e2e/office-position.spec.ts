import type { Page } from 'playwright/test';
import { press } from '../support/keyboard';
import { expect, type Office, signInAs, test } from '../support/office-site';

const pin = (page: Page) => page.getByRole('button', { name: /^Position de la structure/ });
const field = (page: Page, name: 'Latitude' | 'Longitude') => page.getByLabel(name, { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).last();

const degrees = async (page: Page) => {
  const read = async (name: 'Latitude' | 'Longitude') =>
    Number((await field(page, name).inputValue()).replace(',', '.'));
  return { latitude: await read('Latitude'), longitude: await read('Longitude') };
};
const middleOf = async (page: Page) => {
  const box = await pin(page).boundingBox();
  if (!box) throw new Error('the pin is not on the map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

async function openMap(page: Page, office: Office, id: string) {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/${id}`);
  await page.getByRole('button', { name: 'Placer sur la carte' }).click();
  await expect(pin(page)).toBeVisible();
  await pin(page).scrollIntoViewIfNeeded();
}

const saved = async (office: Office, id: string) => {
  const { rows } = await office.pool.query<{ latitude: number; longitude: number; precision: string }>(
    'SELECT latitude, longitude, position_precision AS precision FROM structure WHERE id = $1',
    [id],
  );
  return rows[0];
};

test('a pin that is dragged writes where it stands, as an address, and the record keeps it', async ({
  page,
  office,
}) => {
  await openMap(page, office, 'fabt-271');
  const [before, start] = [await degrees(page), await middleOf(page)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y - 20, { steps: 4 });
  await page.mouse.move(start.x + 80, start.y - 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('radio', { name: 'Adresse', exact: true })).toBeChecked();
  const after = await degrees(page);
  expect(after.longitude - before.longitude).toBeGreaterThan(0.001);
  expect(after.longitude - before.longitude).toBeLessThan(0.2);
  expect(after.latitude - before.latitude).toBeGreaterThan(0.001);
  expect(after.latitude - before.latitude).toBeLessThan(0.2);
  await save(page).click();
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  expect(await saved(office, 'fabt-271')).toEqual({ ...after, precision: 'address' });
});

test('with the keyboard alone the pin is reached, moved by small and long steps, brought back and saved', async ({
  page,
  office,
}) => {
  await openMap(page, office, 'fabt-272');
  const before = await degrees(page);
  await page.getByRole('button', { name: 'Fermer la carte' }).focus();
  for (let tab = 0; tab < 30 && !(await pin(page).evaluate((one) => one === document.activeElement)); tab += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(pin(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const small = (await degrees(page)).longitude - before.longitude;
  expect(small).toBeGreaterThan(0);
  await page.keyboard.press('Shift+ArrowRight');
  const long = (await degrees(page)).longitude - before.longitude - small;
  expect(long / small).toBeCloseTo(10, 0);
  await page.keyboard.press('ArrowDown');
  expect((await degrees(page)).latitude).toBeLessThan(before.latitude);
  for (const key of ['ArrowUp', 'ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key);
  const back = await degrees(page);
  expect(back.longitude).toBeCloseTo(before.longitude, 3);
  expect(back.latitude).toBeCloseTo(before.latitude, 3);
  await expect(pin(page)).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Adresse', exact: true })).toBeChecked();
  await press(page, page.getByRole('button', { name: 'Enregistrer', exact: true }).last());
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  expect(await degrees(page)).toEqual(back);
});

test('coordinates that are typed move the pin, and those that are none are refused beside their field', async ({
  page,
  office,
}) => {
  await openMap(page, office, 'fabt-273');
  const { longitude } = await degrees(page);
  const start = await middleOf(page);
  await field(page, 'Longitude').fill(String(longitude + 0.01).replace('.', ','));
  await field(page, 'Longitude').press('Tab');
  await expect.poll(async () => (await middleOf(page)).x).toBeGreaterThan(start.x + 5);
  for (const wrong of ['trois', '195,2']) {
    await field(page, 'Longitude').fill(wrong);
    await page.getByRole('radio', { name: 'Adresse', exact: true }).check();
    const answered = page.waitForResponse((one) => one.request().method() === 'POST');
    await save(page).click();
    await answered;
    await expect(page.getByRole('button', { name: 'Envoi…' })).toHaveCount(0);
    await expect(field(page, 'Longitude')).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, 'Longitude')).toHaveValue(wrong);
  }
  expect((await saved(office, 'fabt-273'))?.longitude).toBe(longitude);
});

test('coordinates that are typed make the position an address, as the pin does, and the record keeps them', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/fabt-275`);
  await page.getByRole('radio', { name: 'Inconnue' }).check();
  await field(page, 'Latitude').fill('45,1');
  await expect(page.getByRole('radio', { name: 'Adresse', exact: true })).toBeChecked();
  await field(page, 'Longitude').fill('4,2');
  await save(page).click();
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  expect(await saved(office, 'fabt-275')).toEqual({ latitude: 45.1, longitude: 4.2, precision: 'address' });
});

test('« Prendre le centre de la commune » fills in what the commune table holds, and writes nothing before one saves', async ({
  page,
  office,
}) => {
  const id = 'fabt-274';
  await office.pool.query(
    `UPDATE structure SET longitude = 3.3, latitude = 46.6, position_precision = 'address' WHERE id = $1`,
    [id],
  );
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/${id}`);
  await page.getByLabel('Nom officiel').fill('Saisie à garder');
  await page.getByRole('button', { name: 'Prendre le centre de la commune' }).click();
  const { rows } = await office.pool.query<{ latitude: number; longitude: number }>(
    `SELECT c.latitude, c.longitude FROM commune c JOIN structure s ON s.commune_code = c.code WHERE s.id = $1`,
    [id],
  );
  await expect.poll(() => degrees(page)).toEqual(rows[0]);
  await expect(page.getByRole('radio', { name: 'Centre de la commune' })).toBeChecked();
  await expect(page.getByLabel('Nom officiel')).toHaveValue('Saisie à garder');
  expect(await saved(office, id)).toEqual({ longitude: 3.3, latitude: 46.6, precision: 'address' });
  await save(page).click();
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  expect(await saved(office, id)).toEqual({ ...rows[0], precision: 'commune' });
});
