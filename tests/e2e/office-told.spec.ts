import { expect, signInAs, test } from '../support/office-site';

test('what was done to a record is told until something else is done to it', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/fabt-276`);
  await page.getByRole('button', { name: 'Archiver' }).click();
  await page.getByRole('button', { name: 'Rétablir' }).click();
  const told = page.getByText('La fiche est rétablie, telle qu’elle était.');
  await expect(told).toBeVisible();
  await page.getByLabel('Nom officiel').fill('Un nom de plus');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
  await expect(page.getByText('Version 4 enregistrée.')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('the summary of what is to be corrected follows the order of the form', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  const corrected = page.locator('.form-summary ul a');
  const inOrder = async (...targets: string[]) =>
    expect
      .poll(() => corrected.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      .toEqual(targets);

  await page.goto(`${office.url}/admin/vagues/nouvelle`);
  await page.getByLabel('Identifiant').fill('Vague 12');
  await page.getByLabel('Nom', { exact: true }).fill('Vague 12');
  await page.getByLabel('Nom court').fill('Vague 12');
  await page.getByLabel('Rang').fill('12');
  await page.getByLabel('Source').fill('exemple');
  await page.getByLabel('Ouverture des candidatures').fill('2027-02-01');
  await page.getByLabel('Clôture des candidatures').fill('2027-01-01');
  await page.getByLabel('Plafond par an (€)').fill('beaucoup');
  await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
  await inOrder('#vague-id', '#vague-sourceUrl', '#vague-closesOn', '#vague-annualCeilingEuros');

  await page.goto(`${office.url}/admin/structures/nouvelle`);
  await page.getByLabel('SIRET').fill('1');
  await page.getByLabel('Latitude').fill('95');
  await page.getByLabel('Nom du quartier prioritaire (QPV)').fill('Alma');
  await page.getByLabel('Courriel').fill('quelqu’un');
  await page.getByLabel('Titre').first().fill('Annonce');
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();
  await inOrder(
    '#structure-name',
    '#structure-siret',
    '#structure-commune',
    '#structure-latitude',
    '#structure-contactEmail',
    '#structure-sourceUrl-0',
  );
});

test('a sheet of paper says the state of a record', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/fabt-277`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Publication' }).locator('..')).toContainText('Visible de tous');
  await expect(page.getByText('Ce que voit le public')).toBeHidden();
});

test('the title of a page names the record, so that ten tabs are told apart', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  await expect(page).toHaveTitle('Tableau de bord · Bureau des Fabriques de territoire');
  const record = '/admin/structures/fabt-277';
  await page.goto(office.url + record);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const titles = {
    [record]: name,
    [`${record}/historique`]: `Historique de ${name}`,
    [`${record}/labellisations`]: `Labellisations de ${name}`,
    [`${record}/labellisations/vague-5`]: `${name}, Vague 5`,
    '/admin/vagues/vague-5': 'Vague 5',
  };
  for (const [address, title] of Object.entries(titles)) {
    await page.goto(office.url + address);
    await expect(page).toHaveTitle(`${title} · Bureau des Fabriques de territoire`);
  }
});
