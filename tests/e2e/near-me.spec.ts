import { expect, test } from '../support/site';

test('a commune is chosen with the keyboard among suggestions, and the nearest come first', async ({ page }) => {
  await page.goto('/fabriques');
  const commune = page.getByRole('combobox', { name: /commune/i }).first();
  await commune.fill('roub');
  await expect(page.getByRole('option', { name: /Roubaix/ }).first()).toBeVisible();
  await commune.press('ArrowDown');
  await commune.press('Enter');
  await expect(page).toHaveURL(/pres-de=59512/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/à moins de 30\skm de Roubaix/);
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') })
      .first(),
  ).toContainText('Roubaix');
});

test('« Autour de moi » asks only when pressed, and sends the position to one place, rounded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 50.6912, longitude: 3.1746 });
  await page.addInitScript(() => {
    const geolocation = Object.getPrototypeOf(navigator.geolocation);
    const asked: string[] = [];
    for (const name of ['getCurrentPosition', 'watchPosition']) {
      const own = geolocation[name];
      geolocation[name] = function ask(this: Geolocation, ...values: unknown[]) {
        asked.push(name);
        return own.apply(this, values);
      };
    }
    Object.assign(window, { asked });
  });
  const sent: string[] = [];
  page.on('request', (request) => {
    const text = `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`;
    if (/50\.69|3\.17/.test(text)) sent.push(`${request.method()} ${request.url()} ${request.postData()}`);
  });
  const timesAsked = () => page.evaluate(() => (Reflect.get(window, 'asked') as string[]).length);
  await page.goto('/fabriques', { waitUntil: 'networkidle' });
  expect(await timesAsked()).toBe(0);
  await page
    .getByRole('button', { name: /Autour de moi/ })
    .first()
    .click();
  await expect(page).toHaveURL(/pres-de=59512/);
  expect(await timesAsked()).toBe(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Roubaix/);
  expect(sent).toEqual([
    `POST ${new URL('/api/v1/communes/proche', page.url()).href} {"longitude":3.17,"latitude":50.69}`,
  ]);
});

test('« Autour de moi » far from France says that there is no commune', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 40, longitude: -30 });
  await page.goto('/fabriques', { waitUntil: 'networkidle' });
  await page
    .getByRole('button', { name: /Autour de moi/ })
    .first()
    .click();
  await expect(page.getByText('Aucune commune française à moins de 50 km de cette position.').first()).toBeVisible();
});

test('a refused position is said in words, and nothing else is lost', async ({ page, context }) => {
  await context.clearPermissions();
  await page.goto('/fabriques?territoire=rural');
  await page
    .getByRole('button', { name: /Autour de moi/ })
    .first()
    .click();
  await expect(
    page
      .getByText(/position/i)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/territoire=rural/);
});
