import { expect, test } from '../support/site';

test.use({ javaScriptEnabled: false });

test('without JavaScript the filters are a form, and the map is drawn', async ({ page }) => {
  await page.goto('/fabriques');
  await page.getByRole('checkbox', { name: /Quartier prioritaire/ }).check();
  await page
    .getByRole('button', { name: /Appliquer|Voir les|Chercher/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^80 fabriques/);
  await expect(page.locator('figure svg').first()).toBeVisible();
});

test('without JavaScript « Avec un site internet » is sent with the form, said in the heading and stays ticked', async ({
  page,
}) => {
  await page.goto('/fabriques?territoire=rural');
  const box = page.getByRole('checkbox', { name: 'Avec un site internet' });
  await box.check();
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL(/site=oui/);
  await expect(box).toBeChecked();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/fabriques? rurales? avec un site internet/);
});

test('without JavaScript a commune typed once is found, several are a choice, none says so', async ({ page }) => {
  await page.goto('/fabriques?lieu=59100');
  await expect(page).toHaveURL(/pres-de=59512/);
  await page.goto('/fabriques?lieu=saint-denis');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Saint-Denis.*(93|Seine)/ })
    .first()
    .click();
  await expect(page).toHaveURL(/pres-de=93066/);
  await page.goto('/fabriques?lieu=xyzxyz');
  await expect(page.getByRole('main')).toContainText(/Aucune commune/);
  await expect(page.locator('input[name=lieu]').first()).toHaveValue('xyzxyz');
});

test('without JavaScript the home page leads to a place, and every page can be read', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('main').getByRole('textbox').or(page.getByRole('main').getByRole('searchbox')).first();
  await field.fill('Amiens');
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Amiens/);
  for (const address of [
    '/regions/hauts-de-france',
    '/vagues/vague-1/hauts-de-france',
    '/fabriques/la-condition-publique-roubaix',
    '/departements/59',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('figure svg').filter({ visible: true }).first()).toBeVisible();
  }
});

for (const address of ['/fabriques/zzz', '/departements/99', '/regions/xx', '/vagues/x', '/vagues/vague-1/zz']) {
  test(`without JavaScript ${address} says that there is no such page, and offers to search`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()).not.toHaveProperty('x-middleware-rewrite');
    expect(new URL(page.url()).pathname).toBe(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('main').getByRole('button', { name: 'Chercher' })).toBeVisible();
  });
}
