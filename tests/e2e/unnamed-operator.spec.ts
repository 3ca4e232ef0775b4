import { expect, test } from '../support/own-site';

test('where the operator gave no name and no address, the site says so and offers no mail', async ({
  page,
  request,
}) => {
  for (const address of ['/mentions-legales', '/donnees-personnelles', '/accessibilite']) {
    await page.goto(address);
    await expect(page.getByText('à renseigner par l’exploitant').first()).toBeVisible();
    await expect(page.locator('a[href^="mailto:"]')).toHaveCount(0);
  }
  await page.goto('/fabriques/la-condition-publique-roubaix');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Signaler une erreur' })).toHaveCount(0);
  await expect(page.locator('a[href^="mailto:"]')).toHaveCount(0);
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404);
});
