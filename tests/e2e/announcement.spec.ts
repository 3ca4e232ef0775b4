import { expect, test } from '../support/site';

test('the regional announcement of 4 February 2020 is told whole', async ({ page }) => {
  await page.goto('/vagues/vague-1/hauts-de-france');
  const main = page.getByRole('main');
  for (const fact of [
    '80',
    '48',
    '32',
    '300',
    '2022',
    '150',
    '75 000',
    '150 000',
    '50 000',
    '100 000',
    '3 février 2020',
    '4 février 2020',
  ]) {
    await expect(main).toContainText(new RegExp(fact.replaceAll(' ', '\\s')));
  }
  for (const name of [
    'Association La petite Pierre',
    'Efficience, solidaire et créative',
    'ESS Team',
    'La Condition Publique',
    'La machinerie',
    'La station',
    'Pop',
  ]) {
    await expect(main.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible();
  }
});

test('each site of an announcement is named by its fabrique, and no two links say the same of two pages', async ({
  page,
}) => {
  await page.goto('/vagues/vague-1/hauts-de-france');
  const sites = await page
    .locator('.winners a[rel~=external]')
    .evaluateAll((links) =>
      links.map((link) => [link.textContent ?? '', link.getAttribute('href') ?? ''] as [name: string, href: string]),
    );
  expect(sites).toContainEqual(['pop.eu.com, site de Pop', 'https://pop.eu.com/']);
  expect(sites.map(([name]) => name)).toContainEqual(
    expect.stringMatching(/^pop\.eu\.com\/lastation, site de La station/),
  );
  expect(new Set(sites.map(([name]) => name)).size).toBe(sites.length);
});
