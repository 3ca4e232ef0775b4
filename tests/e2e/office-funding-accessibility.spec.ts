import type { Page } from 'playwright/test';
import { faultsOf } from '../support/axe-faults';
import { expect, signInAs, test } from '../support/office-site';

const faultsIn = async (page: Page, state: string) => (await faultsOf(page)).map((fault) => `${state}: ${fault}`);

test('the screens of waves and funding, and their states, have no fault that axe can find', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  const faults: string[] = [];
  const at = async (address: string) => {
    await page.goto(office.url + address);
    faults.push(...(await faultsIn(page, address)));
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
  faults.push(...(await faultsIn(page, 'a wave refused')));

  await at('/admin/structures/fabt-034/labellisations/vague-1');
  await page.getByLabel('Année de l’aide, ligne 1').fill('4');
  await page.getByLabel('Montant en euros, ligne 1').fill('60 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  faults.push(...(await faultsIn(page, 'instalments refused')));
  await page.getByLabel('Année de l’aide, ligne 1').fill('2');
  await page.getByLabel('Montant en euros, ligne 1').fill('20 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').first()).toContainText('est enregistrée');
  faults.push(...(await faultsIn(page, 'instalments saved')));
  expect(faults).toEqual([]);
});
