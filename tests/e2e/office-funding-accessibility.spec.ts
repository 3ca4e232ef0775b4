import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, signIn, test } from '../support/office-fixture';

test.describe.configure({ timeout: 400_000 });

async function faultsOf(page: Page, state: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        faults.push(`${state}, ${width} px, ${colorScheme}, ${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
      }
    }
  }
  await page.setViewportSize({ width: 320, height: 800 });
  const lost = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (lost > 0) faults.push(`${state}: ${lost} px lost at 320`);
  await page.setViewportSize({ width: 1440, height: 900 });
  return faults;
}

test('the screens of waves and funding, and their states, have no fault that axe can find', async ({
  page,
  office,
}) => {
  const { email } = await office.addUser('administrator');
  await signIn(page, office, email);
  const faults: string[] = [];
  const at = async (address: string) => {
    await page.goto(office.url + address);
    faults.push(...(await faultsOf(page, address)));
  };
  await at('/admin/vagues');
  await at('/admin/vagues/vague-5');
  await at('/admin/vagues/vague-1/ajouter?q=lyon');
  await at('/admin/vagues/vague-1/ajouter?q=zzzz');
  await at('/admin/structures/fabt-034/labellisations');
  await at('/admin/structures/fabt-034/labellisations/vague-10');
  await at('/admin/vagues/nouvelle');
  await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  faults.push(...(await faultsOf(page, 'a wave refused')));

  await at('/admin/structures/fabt-034/labellisations/vague-1');
  await page.getByLabel('Année de l’aide, ligne 1').fill('4');
  await page.getByLabel('Montant en euros, ligne 1').fill('60 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  faults.push(...(await faultsOf(page, 'instalments refused')));
  await page.getByLabel('Année de l’aide, ligne 1').fill('2');
  await page.getByLabel('Montant en euros, ligne 1').fill('20 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').first()).toContainText('est enregistrée');
  faults.push(...(await faultsOf(page, 'instalments saved')));
  expect(faults).toEqual([]);
});
