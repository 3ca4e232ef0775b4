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

for (const address of ['/', '/fabriques']) {
  test(`« Autour de moi » of ${address} asks only when pressed, and sends the position to one place, rounded`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 50.6912, longitude: 3.1746 });
    const asked: string[] = [];
    await page.exposeFunction('noteAsking', (name: string) => asked.push(name));
    await page.addInitScript(() => {
      const geolocation = Object.getPrototypeOf(navigator.geolocation);
      const noteAsking: (name: string) => void = Reflect.get(window, 'noteAsking');
      for (const name of ['getCurrentPosition', 'watchPosition']) {
        const own = geolocation[name];
        geolocation[name] = function ask(this: Geolocation, ...values: unknown[]) {
          noteAsking(name);
          return own.apply(this, values);
        };
      }
    });
    const sent: string[] = [];
    page.on('request', (request) => {
      const text = `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`;
      if (/50\.69|3\.17/.test(text)) sent.push(`${request.method()} ${request.url()} ${request.postData()}`);
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    await page
      .getByRole('button', { name: /Autour de moi/ })
      .first()
      .click();
    await expect(page).toHaveURL(/pres-de=59512/);
    expect(asked).toEqual(['getCurrentPosition']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Roubaix/);
    expect(sent).toEqual([
      `POST ${new URL('/api/v1/communes/proche', page.url()).href} {"longitude":3.17,"latitude":50.69}`,
    ]);
  });

  test(`« Autour de moi » of ${address}, far from France, says that there is no commune`, async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 40, longitude: -30 });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page
      .getByRole('button', { name: /Autour de moi/ })
      .first()
      .click();
    await expect(page.getByText('Aucune commune française à moins de 50 km de cette position.').first()).toBeVisible();
  });

  test(`a position refused to ${address} is said in words, and nothing else is lost`, async ({ page, context }) => {
    await context.clearPermissions();
    await page.goto(`${address}?territoire=rural`);
    await page
      .getByRole('button', { name: /Autour de moi/ })
      .first()
      .click();
    await expect(
      page
        .getByText(/^Votre .*position/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expect(page).toHaveURL(/territoire=rural/);
  });

  test(`when the directory does not answer « Autour de moi » of ${address}, it says so and can be asked again`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 50.6912, longitude: 3.1746 });
    let isAway = true;
    await page.route('**/api/v1/communes/proche', (route) => (isAway ? route.abort() : route.continue()));
    await page.goto(address);
    const button = page.getByRole('button', { name: /Autour de moi/ }).first();
    await button.click();
    await expect(page.getByText('L’annuaire n’a pas répondu.').first()).toBeVisible();
    isAway = false;
    await button.click();
    await expect(page).toHaveURL(/pres-de=59512/);
  });
}
