import { expect, signInAs, test } from '../support/office-site';

const AWARD = '/admin/structures/fabt-032/labellisations/vague-1';

test('two people who change the same award choose field by field', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  const address = `${office.url}/admin/structures/fabt-033/labellisations/vague-1`;
  await page.goto(address);
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel('Référence').fill('C-2020-7');
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(other.getByRole('status').first()).toContainText('est enregistrée');
  await page.getByLabel('Référence').fill('C-2021-1');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { name: 'La labellisation a changé pendant votre saisie' })).toBeVisible();
  await page.getByRole('radio', { name: /votre saisie : C-2021-1/ }).check();
  await page.getByRole('button', { name: /Enregistrer ce choix/ }).click();
  await expect(page.getByRole('status').first()).toContainText('est enregistrée');
  await expect(page.getByLabel('Référence')).toHaveValue('C-2021-1');
});

test('a reader sees and changes nothing, an editor of another région neither', async ({ page, office }) => {
  await signInAs(page, office, 'reader');
  for (const address of ['/admin/vagues/nouvelle', '/admin/vagues/vague-1/ajouter']) {
    expect((await page.goto(office.url + address))?.status()).toBe(404);
  }
  await page.goto(`${office.url}/admin/vagues/vague-1`);
  await expect(page.getByRole('button', { name: /Enregistrer|Supprimer|Revenir/ })).toHaveCount(0);
  await page.context().clearCookies();

  await signInAs(page, office, 'editor', ['53']);
  for (const address of [AWARD, '/admin/structures/fabt-032/labellisations']) {
    expect((await page.goto(office.url + address))?.status()).toBe(404);
    await expect(page.locator('main')).not.toContainText('Condition Publique');
  }
  await page.goto(`${office.url}/admin/vagues/vague-1/ajouter?q=roubaix`);
  await expect(page.locator('main')).toContainText('Aucune structure à ajouter');
});

test('a form sent with the id of a structure out of reach is refused, and nothing is written', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'editor', ['53']);
  const { rows } = await office.pool.query<{ id: string; wave: string }>(
    `SELECT s.id, a.wave_id AS wave FROM structure s JOIN award a ON a.structure_id = s.id
      WHERE s.region_code = '53' AND a.wave_id = 'vague-1' ORDER BY s.id LIMIT 1`,
  );
  await page.goto(`${office.url}/admin/structures/${rows[0]?.id}/labellisations/vague-1`);
  await page.getByLabel('Référence').fill('Intrusion');
  await page.locator('#aide input[name="structureId"]').evaluate((input: HTMLInputElement) => {
    input.value = 'fabt-031';
  });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').first()).toContainText('hors de vos régions');
  await expect(page.getByLabel('Référence')).toHaveValue('Intrusion');
  const { rows: written } = await office.pool.query(`SELECT 1 FROM award WHERE convention_reference = 'Intrusion'`);
  expect(written).toEqual([]);
});

test('a rule that an award would break is refused with a link to it', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/vagues/vague-9`);
  await page.getByLabel('Plafond par an (€)').fill('40 000');
  await page.getByLabel('Total minimum (€)').fill('40 000');
  await page.getByLabel('Total maximum (€)').fill('40 000');
  await page.getByRole('button', { name: 'Enregistrer la vague' }).click();
  const alert = page.getByRole('alert').first();
  await expect(alert).toContainText('82 labellisations déjà saisies');
  await expect(page.getByLabel('Plafond par an (€)')).toHaveValue('40 000');
  await alert.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/labellisations\/vague-9$/);
});
