import { faultsOf } from '../support/axe-faults';
import { expect, signInAs, test } from '../support/office-site';
import { conflict, type OfficeStates, overtake, press, refused } from '../support/office-states';

const STATES: OfficeStates = {
  'the table of structures, with drafts': (page, { url }) => page.goto(`${url}/admin/structures?tri=etat`),
  'the table of structures without any answer': (page, { url }) =>
    page.goto(`${url}/admin/structures?q=zzz&etat=archivee&ancien=oui`),
  'a bulk act refused': async (page, { url }) => {
    await page.goto(`${url}/admin/structures?q=roubaix`);
    await press(page, 'Changer le territoire');
    await refused(page);
  },
  'a bulk act done, with its way back': async (page, { url }) => {
    await page.goto(`${url}/admin/structures?q=nantes`);
    await page.locator('input[name="selection"]').first().check();
    await press(page, 'Archiver');
    await expect(page.getByRole('button', { name: 'Défaire' })).toBeVisible();
  },
  'a new structure refused': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/nouvelle`);
    await page.getByLabel('SIRET').fill('123');
    await page.getByLabel('Site internet').fill('javascript:alert(1)');
    await press(page, 'Créer le brouillon');
    await refused(page);
  },
  'a new structure that is like another one': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/nouvelle`);
    await page.getByLabel('Nom affiché').fill('La Condition publique');
    await page.getByLabel('Commune', { exact: true }).fill('Roubaix (59512)');
    await press(page, 'Créer le brouillon');
    await expect(page.locator('.duplicates')).toBeVisible();
  },
  'a structure with a commune to choose': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/fabt-221`);
    await page.getByLabel('Commune', { exact: true }).fill('Saint-Denis');
    await page.keyboard.press('Escape');
    await press(page, 'Enregistrer');
    await expect(page.locator('.suggested')).toBeVisible();
  },
  'a structure with its map open': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/fabt-222`);
    await press(page, 'Placer sur la carte');
    await expect(page.locator('.pin')).toBeVisible();
  },
  'a structure overtaken': async (page, office) => {
    await page.goto(`${office.url}/admin/structures/fabt-223`);
    await page.getByLabel('Nom officiel').fill('Le mien');
    await overtake(
      office,
      `UPDATE structure SET official_name = 'Le leur', version = version + 1 WHERE id = 'fabt-223'`,
    );
    await press(page, 'Enregistrer');
    await conflict(page);
  },
  'an archived structure, and its history with a version shown': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/fabt-224`);
    await press(page, 'Archiver');
    await expect(page.getByText(/La fiche est archivée/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${url}/admin/structures/fabt-224/historique?version=1`);
  },
  'a draft that is to be erased, refused then erased': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/nouvelle`);
    await page.getByLabel('Nom affiché').fill('Brouillon d’un jour');
    await page.getByLabel('Commune', { exact: true }).fill('Najac (12167)');
    await press(page, 'Créer le brouillon');
    await page.waitForURL(/fait=creee/);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Effacer pour de bon');
    await refused(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Je veux effacer ce brouillon' }).check();
    await press(page, 'Effacer pour de bon');
    await page.waitForURL(/fait=effacee/);
  },
};

for (const [name, open] of Object.entries(STATES)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await signInAs(page, office, 'administrator');
    await open(page, office);
    expect(await faultsOf(page)).toEqual([]);
  });
}
