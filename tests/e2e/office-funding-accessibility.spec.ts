import { faultsOf } from '../support/axe-faults';
import { expect, signInAs, test } from '../support/office-site';
import { type OfficeStates, press, refused } from '../support/office-states';

const AWARD = '/admin/structures/fabt-034/labellisations';

const STATES: OfficeStates = {
  'the waves': (page, { url }) => page.goto(`${url}/admin/vagues`),
  'a wave': (page, { url }) => page.goto(`${url}/admin/vagues/vague-5`),
  'the structures that a wave may take': (page, { url }) => page.goto(`${url}/admin/vagues/vague-1/ajouter?q=lyon`),
  'no structure that a wave may take': (page, { url }) => page.goto(`${url}/admin/vagues/vague-1/ajouter?q=zzzz`),
  'the awards of a structure': (page, { url }) => page.goto(url + AWARD),
  'an award': (page, { url }) => page.goto(`${url}${AWARD}/vague-10`),
  'a wave refused': async (page, { url }) => {
    await page.goto(`${url}/admin/vagues/nouvelle`);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Ouvrir la vague');
    await refused(page);
  },
  'instalments refused, then saved': async (page, { url }) => {
    await page.goto(`${url}${AWARD}/vague-1`);
    await page.getByLabel('Année de l’aide, ligne 1').fill('4');
    await page.getByLabel('Montant en euros, ligne 1').fill('60 000');
    await press(page, 'Enregistrer');
    await refused(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Année de l’aide, ligne 1').fill('2');
    await page.getByLabel('Montant en euros, ligne 1').fill('20 000');
    await press(page, 'Enregistrer');
    await expect(page.getByRole('status').first()).toContainText('est enregistrée');
  },
};

for (const [name, open] of Object.entries(STATES)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await signInAs(page, office, 'administrator');
    await open(page, office);
    expect(await faultsOf(page)).toEqual([]);
  });
}
