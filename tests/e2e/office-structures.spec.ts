import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { useOfficeSite } from '../support/office-site-apart';
import { expect, test } from '../support/site';

const site = useOfficeSite();

const RECORD = '/admin/structures/fabt-032';
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();

test('a structure is entered with the keyboard, completed, published, and the public sees it at once', async ({
  browser,
}) => {
  const page = await site.signIn(browser, site.admin.email);
  await page.goto('/admin/structures/nouvelle');
  await page.getByLabel('Nom affiché').focus();
  await page.keyboard.type('La Halle <script>alert("1")</script>');
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('59100');
  await expect(page.getByRole('option', { name: /Roubaix/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Commune', { exact: true })).toHaveValue('Roubaix (59512)');
  await page.getByLabel('Adresse de la page').first().focus();
  await page.keyboard.type('https://exemple.fr/annonce');
  await page.keyboard.press('Enter');
  await page.waitForURL(/fait=creee/);
  await expect(page.getByText('Pour publier, il manque au moins une labellisation.')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);

  const slug = 'la-halle-script-alert-1-script-roubaix';
  expect((await page.request.get(`/fabriques/${slug}`)).status()).toBe(404);
  expect(await (await page.request.get('/api/v1/structures?q=halle+script')).json()).toMatchObject({ total: 0 });

  await site.pool.query(`INSERT INTO award (structure_id, wave_id, label) VALUES ($1, 'vague-1', 'fabrique')`, [id]);
  await page.reload();
  await page.getByRole('button', { name: 'Publier' }).click();
  await expect(page.getByText('La fiche est publique.')).toBeVisible();
  const record = await page.request.get(`/fabriques/${slug}`);
  expect(record.status()).toBe(200);
  expect(await record.text()).not.toContain('<script>alert');
  expect(await (await page.request.get('/api/v1/structures?q=halle+script')).json()).toMatchObject({ total: 1 });

  await page.getByRole('button', { name: 'Archiver' }).click();
  await expect(page.getByText('La fiche est archivée')).toBeVisible();
  expect((await page.request.get(`/fabriques/${slug}`)).status()).toBe(404);
});

test('two people on one record: the second chooses field by field, and nothing is lost', async ({ browser }) => {
  const [one, other] = [await site.signIn(browser, site.admin.email), await site.signIn(browser, site.admin.email)];
  await Promise.all([one.goto(RECORD), other.goto(RECORD)]);
  await one.getByLabel('Nom officiel').fill('EPCC La Condition Publique');
  await save(one);
  await expect(one.getByText('Version 2 enregistrée.')).toBeVisible();
  await other.getByLabel('Nom officiel').fill('La Condition');
  await other.getByLabel('SIRET').fill('73282932000074');
  await save(other);
  const panel = other.getByRole('alert', { name: 'La fiche a changé pendant votre saisie' });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('row')).toHaveCount(3);
  await expect(panel.getByRole('radio', { name: 'Nom officiel, enregistré' })).toBeChecked();
  await expect(panel.getByRole('radio', { name: 'SIRET, votre saisie' })).toBeChecked();
  expect(await axeFaults(other)).toEqual([]);
  await panel.getByRole('button', { name: 'Enregistrer ce choix (version 3)' }).click();
  await expect(other.getByText('Version 3 enregistrée.')).toBeVisible();
  await expect(other.getByLabel('Nom officiel')).toHaveValue('EPCC La Condition Publique');
  await expect(other.getByLabel('SIRET')).toHaveValue('73282932000074');

  await other.goto(`${RECORD}/historique?version=1`);
  await expect(other.getByRole('row', { name: /SIRET vide 73282932000074/ })).toBeVisible();
  await other.getByRole('button', { name: 'Revenir à cette version' }).click();
  await other.waitForURL(/fait=retablie/);
  await expect(other.getByLabel('SIRET')).toHaveValue('');
});

test('without JavaScript, an error is tied to its field and what was typed stays', async ({ browser }) => {
  const page = await site.signIn(browser, site.admin.email, { javaScriptEnabled: false });
  await page.goto('/admin/structures/fabt-031');
  await page.getByLabel('Code postal').fill('5910');
  await page.getByLabel('Commune', { exact: true }).fill('Saint-Denis');
  await save(page);
  await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Code postal')).toHaveValue('5910');
  await page.getByLabel('Code postal').fill('93200');
  await save(page);
  await page.getByRole('radio', { name: /Saint-Denis \(93066\)/ }).check();
  await save(page);
  await expect(page.getByText(/Version 2 enregistrée/)).toBeVisible();
  await expect(page.getByLabel('Commune', { exact: true })).toHaveValue('Saint-Denis (93066)');
});

test('without JavaScript, a refused form never writes over what someone else saved meanwhile', async ({ browser }) => {
  const page = await site.signIn(browser, site.admin.email, { javaScriptEnabled: false });
  await page.goto('/admin/structures/fabt-040');
  await site.pool.query(
    `UPDATE structure SET official_name = 'NOM SAISI PAR UN AUTRE', version = version + 1 WHERE id = 'fabt-040'`,
  );
  await page.getByLabel('Nom officiel').fill('Mon nom officiel');
  await page.getByLabel('Code postal').fill('5910');
  await save(page);
  await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Code postal').fill('');
  await save(page);
  await expect(page.getByRole('heading', { name: /a changé pendant votre saisie/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('NOM SAISI PAR UN AUTRE');
});

test('the telephone of a place is refused when it is none, kept as France writes it, and called from its public record', async ({
  browser,
}) => {
  const { rows } = await site.pool.query<{ slug: string }>(`SELECT slug FROM structure WHERE id = 'fabt-034'`);
  const page = await site.signIn(browser, site.admin.email);
  await page.goto('/admin/structures/fabt-034');
  const phone = page.locator('[name=phone]');
  await phone.fill('03 20 00');
  await save(page);
  await expect(page.getByText('Un numéro de téléphone est attendu, par exemple 03 20 00 00 00.').first()).toBeVisible();
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
  await expect(phone).toHaveValue('03 20 00');
  await phone.fill('+33 3.20.00.00.00');
  await save(page);
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  await expect(phone).toHaveValue('03 20 00 00 00');
  await page.goto(`/fabriques/${rows[0]?.slug}`);
  await expect(page.getByRole('link', { name: '03 20 00 00 00' })).toHaveAttribute('href', 'tel:+33320000000');
  const record = await page.request.get(`/api/v1/structures/${rows[0]?.slug}`);
  expect(await record.json()).toMatchObject({ phone: '03 20 00 00 00' });
});

test('many structures change together, and come back together', async ({ browser }) => {
  const page = await site.signIn(browser, site.admin.email);
  const territories = async () => {
    const { rows } = await site.pool.query(
      `SELECT territory FROM structure WHERE id IN ('fabt-151', 'fabt-153') ORDER BY id`,
    );
    return rows.map(({ territory }) => territory);
  };
  const before = await territories();
  await page.goto('/admin/structures');
  for (const id of ['fabt-151', 'fabt-153']) await page.locator(`input[value^="${id}:"]`).check();
  await page.getByLabel('Territoire', { exact: true }).last().selectOption('Rural, selon une source');
  await page.getByRole('button', { name: 'Changer le territoire' }).click();
  await expect(page.getByText('2 structures changées de territoire.')).toBeVisible();
  expect(await territories()).toEqual(['rural', 'rural']);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('2 structures revenues en arrière.')).toBeVisible();
  expect(await territories()).toEqual(before);
});

test('the database dies in the middle of a save: nothing is written, and what was typed is still there', async ({
  browser,
}) => {
  const page = await site.signIn(browser, site.admin.email);
  await page.goto('/admin/structures/fabt-033');
  await page.getByLabel('Nom officiel').fill('Saisie précieuse');
  const holder = await site.pool.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT 1 FROM structure WHERE id = 'fabt-033' FOR UPDATE`);
  await save(page);
  await expect(page.getByRole('button', { name: 'Envoi…' }).first()).toBeVisible();
  await expect
    .poll(async () => {
      const { rows } = await site.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return rows.length;
    })
    .toBeGreaterThan(0);
  await site.relay.cut();
  await expect(page.getByText(/rien n’a été enregistré, votre saisie est conservée/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Nom officiel')).toHaveValue('Saisie précieuse');
  await save(page);
  await expect(page.getByText(/rien n’a été enregistré, votre saisie est conservée/)).toBeVisible();
  await holder.query('ROLLBACK');
  holder.release();
  await site.relay.restore();
  const { rows } = await site.pool.query(`SELECT version FROM structure WHERE id = 'fabt-033'`);
  expect(rows).toEqual([{ version: 1 }]);
  await expect
    .poll(
      async () => {
        await save(page);
        return page.getByText('Version 2 enregistrée.').isVisible();
      },
      { timeout: 30_000, intervals: [1_500] },
    )
    .toBe(true);
});
