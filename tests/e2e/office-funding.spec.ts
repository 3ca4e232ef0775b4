import type { Page } from 'playwright/test';
import { expect, signInAs, test } from '../support/office-site';

const AWARD = '/admin/structures/fabt-032/labellisations/vague-1';
const cell = (page: Page, words: string, line: number) => page.getByLabel(`${words}, ligne ${line}`);
const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');

const award = (id: string, wave = 'vague-1') => `/admin/structures/${id}/labellisations/${wave}`;

test('a wave is opened, its structures picked together and their years planned, and the public page shows the euros', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/vagues/nouvelle`);
  await page.getByLabel('Identifiant').fill('vague-11');
  await page.getByLabel('Nom', { exact: true }).fill('Vague 11 : 2026');
  await page.getByLabel('Nom court').fill('Vague 11');
  await page.getByLabel('Rang').fill('11');
  await page.getByLabel('Annonce des lauréats').fill('11/2026');
  await page.getByLabel('Mois').check();
  await page.getByLabel('Lauréats', { exact: true }).fill('2');
  await page.getByLabel('Durée en années').fill('2');
  await page.getByLabel('La même somme pour chacune').check();
  await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Une somme forfaitaire demande son montant par an');
  await expect(page.getByLabel('Annonce des lauréats')).toHaveValue('11/2026');
  await page.getByLabel('Plafond par an (€)').fill('50 000');
  await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
  await expect(page.getByRole('status')).toContainText('La vague est ouverte');

  await page.getByRole('link', { name: 'Ajouter des structures' }).click();
  await page.getByLabel('Nom, commune ou département').fill('condition roubaix');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('checkbox', { name: /La Condition Publique/ }).check();
  await page.getByRole('button', { name: 'Ajouter les structures cochées' }).click();
  await expect(page.getByRole('status')).toContainText('1 structure est ajoutée');
  await page.getByRole('link', { name: 'La Condition Publique' }).click();

  await page.getByRole('button', { name: /^Prévoir les 2 versements/ }).click();
  await expect(page.getByRole('status').first()).toContainText('Les versements sont prévus');
  await expect(cell(page, 'Montant en euros', 2)).toHaveValue(/50.000/);
  await page.goto(`${office.url}/fabriques/la-condition-publique-roubaix`);
  expect(plain(await page.locator('main').textContent())).toContain('100 000 €');
  await page.goto(`${office.url}/vagues/vague-11`);
  await expect(page.locator('main')).toContainText('La Condition Publique');
});

test('funding is recorded with the keyboard alone, and a refusal names the rule while typing and after sending', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'editor', ['32']);
  await page.goto(office.url + AWARD);
  await page.getByRole('radio', { name: 'Non précisé' }).focus();
  await page.keyboard.press('ArrowLeft');
  await cell(page, 'Année de l’aide', 1).focus();
  await page.keyboard.type('1');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('60 000');
  await expect(page.locator('.funding [aria-live]')).toContainText(/plafonne l’aide à 50.000/);
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert').first();
  await expect(alert).toBeFocused();
  expect(plain(await alert.textContent())).toContain(
    'La vague 1 plafonne l’aide à 50 000 € par an : la 1re année en compterait 60 000.',
  );
  await expect(cell(page, 'Montant en euros', 1)).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, 'Montant en euros', 1)).toHaveValue('60 000');
  await page.getByRole('link', { name: /plafonne/ }).press('Enter');
  await expect(cell(page, 'Montant en euros', 1)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('50 000');
  await expect(page.locator('.funding')).toContainText(/il manque 25.000/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('est enregistrée');

  await page.getByRole('button', { name: 'Revenir à cette version' }).last().click();
  await expect(page.getByRole('status').first()).toContainText('de nouveau en place');
  await expect(cell(page, 'Montant en euros', 1)).toHaveValue('');
});

test('without JavaScript an instalment is refused, corrected and saved, and what lacks is said', async ({
  browser,
  office,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signInAs(page, office, 'editor', ['32']);
  await page.goto(office.url + award('fabt-031'));
  await cell(page, 'Année de l’aide', 1).fill('1');
  await cell(page, 'Montant en euros', 1).fill('50 00');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').first()).toContainText('sans centimes');
  await expect(cell(page, 'Montant en euros', 1)).toHaveValue('50 00');
  await cell(page, 'Montant en euros', 1).fill('50 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').first()).toContainText('est enregistrée');
  await expect(page.locator('.funding')).toContainText(/il manque 25.000/);

  await page.goto(office.url + award('fabt-031', 'vague-5'));
  await page.getByRole('button', { name: 'Ajouter à la vague' }).click();
  await page.getByRole('button', { name: /^Prévoir les 3 versements/ }).click();
  await expect(page.getByRole('status').first()).toContainText('Les versements sont prévus');
  await expect(page.locator('.funding')).toContainText(/150.000/);
  await context.close();
});

test('two people who change the same award choose field by field', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  const address = office.url + award('fabt-033');
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
  await page.goto(office.url + award(rows[0]?.id ?? ''));
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
