import type { Page } from 'playwright/test';
import { stateFaultsOf } from '../support/axe-faults';
import { expect, type Office, signIn, signInAs, test } from '../support/office-site';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click();
const refused = (page: Page) => expect(page.locator('.form-summary').first()).toBeVisible();
const conflict = (page: Page) => expect(page.locator('.conflict')).toBeVisible();
const overtake = ({ pool }: Office, statement: string) => pool.query(statement);

const STATES: Record<string, (page: Page, office: Office) => Promise<unknown>> = {
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
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.goto(`${url}/admin/structures/fabt-224/historique?version=1`);
  },
  'a draft that is to be erased, refused then erased': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/nouvelle`);
    await page.getByLabel('Nom affiché').fill('Brouillon d’un jour');
    await page.getByLabel('Commune', { exact: true }).fill('Najac (12167)');
    await press(page, 'Créer le brouillon');
    await page.waitForURL(/fait=creee/);
    expect(await stateFaultsOf(page)).toEqual([]);
    await press(page, 'Effacer pour de bon');
    await refused(page);
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Je veux effacer ce brouillon' }).check();
    await press(page, 'Effacer pour de bon');
    await page.waitForURL(/fait=effacee/);
  },
  'an award overtaken': async (page, office) => {
    await page.goto(`${office.url}/admin/structures/fabt-035/labellisations/vague-1`);
    await page.getByLabel('Référence').fill('La mienne');
    await overtake(
      office,
      `UPDATE award SET convention_reference = 'La leur', version = version + 1
        WHERE structure_id = 'fabt-035' AND wave_id = 'vague-1'`,
    );
    await press(page, 'Enregistrer');
    await conflict(page);
  },
  'an award that is refused, then taken away': async (page, { url }) => {
    await page.goto(`${url}/admin/structures/fabt-036/labellisations`);
    await page.getByLabel('Source').fill('ftp://ailleurs');
    await press(page, 'Ajouter à la vague');
    await refused(page);
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.getByLabel('Source').fill('');
    await press(page, 'Ajouter à la vague');
    await page.waitForURL(/\/labellisations\/vague-/);
    expect(await stateFaultsOf(page)).toEqual([]);
    await press(page, 'Retirer de la vague');
    await refused(page);
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Retirer cette structure de la vague' }).check();
    await press(page, 'Retirer de la vague');
    await page.waitForURL(/fait=retiree/);
  },
  'many structures for a wave, none ticked': async (page, { url }) => {
    await page.goto(`${url}/admin/vagues/vague-9/ajouter?q=lille`);
    await press(page, 'Ajouter les structures cochées');
    await refused(page);
  },
  'a rule that awards would break, with links to them': async (page, { url }) => {
    await page.goto(`${url}/admin/vagues/vague-9`);
    for (const label of ['Plafond par an (€)', 'Total minimum (€)', 'Total maximum (€)']) {
      await page.getByLabel(label).fill('40 000');
    }
    await press(page, 'Enregistrer la vague');
    await expect(page.locator('.form-summary').getByRole('link').first()).toBeVisible();
  },
  'a wave overtaken': async (page, office) => {
    await page.goto(`${office.url}/admin/vagues/vague-8`);
    await page.getByLabel('Source').fill('https://exemple.fr/la-mienne');
    await overtake(
      office,
      `UPDATE wave SET source_url = 'https://exemple.fr/la-leur', version = version + 1 WHERE id = 'vague-8'`,
    );
    await press(page, 'Enregistrer la vague');
    await conflict(page);
  },
  'an empty wave opened, not deleted without a word, then deleted': async (page, { url }) => {
    await page.goto(`${url}/admin/vagues/nouvelle`);
    await page.getByLabel('Identifiant').fill('vague-axe');
    await page.getByLabel('Nom', { exact: true }).fill('Vague d’essai');
    await page.getByLabel('Nom court').fill('Essai');
    await page.getByLabel('Rang').fill('77');
    await press(page, 'Ouvrir la vague');
    await page.waitForURL(/vague-axe/);
    expect(await stateFaultsOf(page)).toEqual([]);
    await press(page, 'Supprimer la vague');
    await refused(page);
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Supprimer cette vague vide' }).check();
    await press(page, 'Supprimer la vague');
    await page.waitForURL(/\/admin\/vagues\?/);
  },
  'all instalments': (page, { url }) => page.goto(`${url}/admin/versements`),
  'a suspended account, and one whose person has left': async (page, office) => {
    const { number } = await office.addUser('editor');
    await page.goto(`${office.url}/admin/utilisateurs/${number}`);
    await press(page, 'Suspendre le compte');
    await expect(page.getByRole('status').first()).toContainText('suspendu');
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Cette personne est partie' }).check();
    await press(page, 'Oublier cette personne');
    await page.waitForURL(/fait=compte-oublie/);
    expect(await stateFaultsOf(page)).toEqual([]);
    await page.goto(`${office.url}/admin/utilisateurs/${number}`);
  },
};

for (const [name, open] of Object.entries(STATES)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await signInAs(page, office, 'administrator');
    await open(page, office);
    expect(await stateFaultsOf(page)).toEqual([]);
  });
}

test('the page of the code, refused, has no fault that axe can find', async ({ page, office }) => {
  const { id, email } = await office.addUser('reader');
  await office.pool.query('UPDATE "user" SET two_factor_enabled = true WHERE id = $1', [id]);
  await signIn(page, office, email);
  await page.waitForURL(/\/connexion\/code/);
  await page.getByRole('main').getByRole('button').click();
  await refused(page);
  expect(await stateFaultsOf(page)).toEqual([]);
});

test('what a reader sees has no fault that axe can find', async ({ page, office }) => {
  await signInAs(page, office, 'reader');
  for (const address of ['/admin', '/admin/structures', '/admin/structures/fabt-225', '/admin/vagues/vague-8']) {
    await page.goto(office.url + address);
    expect(await stateFaultsOf(page)).toEqual([]);
  }
});
