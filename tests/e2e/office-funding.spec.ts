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
