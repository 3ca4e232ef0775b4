import { faultsOf } from '../support/axe-faults';
import { expect, signIn, signInAs, test } from '../support/office-site';
import { conflict, type OfficeStates, overtake, press, refused } from '../support/office-states';

const STATES: OfficeStates = {
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
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Source').fill('');
    await press(page, 'Ajouter à la vague');
    await page.waitForURL(/\/labellisations\/vague-/);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Retirer de la vague');
    await refused(page);
    expect(await faultsOf(page)).toEqual([]);
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
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Supprimer la vague');
    await refused(page);
    expect(await faultsOf(page)).toEqual([]);
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
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Cette personne est partie' }).check();
    await press(page, 'Oublier cette personne');
    await page.waitForURL(/fait=compte-oublie/);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${office.url}/admin/utilisateurs/${number}`);
  },
};

for (const [name, open] of Object.entries(STATES)) {
  test(`${name} has no fault that axe can find`, async ({ page, office }) => {
    await signInAs(page, office, 'administrator');
    await open(page, office);
    expect(await faultsOf(page)).toEqual([]);
  });
}

test('the page of the code, refused, has no fault that axe can find', async ({ page, office }) => {
  const { id, email } = await office.addUser('reader');
  await office.pool.query('UPDATE "user" SET two_factor_enabled = true WHERE id = $1', [id]);
  await signIn(page, office, email);
  await page.waitForURL(/\/connexion\/code/);
  await page.getByRole('main').getByRole('button').click();
  await refused(page);
  expect(await faultsOf(page)).toEqual([]);
});

test('what a reader sees has no fault that axe can find', async ({ page, office }) => {
  await signInAs(page, office, 'reader');
  for (const address of ['/admin', '/admin/structures', '/admin/structures/fabt-225', '/admin/vagues/vague-8']) {
    await page.goto(office.url + address);
    expect(await faultsOf(page)).toEqual([]);
  }
});
