import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { expect, type Office, signIn, signInAs, test } from '../support/office-site';

const RECORD = '/admin/structures/fabt-060';
const FORMULA = '=HYPERLINK("https://ailleurs.example")';

const field = (page: Page) => page.getByRole('textbox', { name: 'Fiche' });
const lines = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger en CSV' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

async function ask(page: Page, text: string) {
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.waitForURL((url) => url.searchParams.get('fiche') === text);
}

test('a record leads to its own journal, whose file is of the same lines and holds no formula', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.goto(office.url + RECORD);
  await page.getByLabel('Nom officiel').fill(FORMULA);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  await page.getByRole('complementary').getByRole('link', { name: 'Dans le journal' }).click();
  await expect(field(page)).toHaveValue('fabt-060');
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).first()).toContainText(FORMULA);
  const [, ...rows] = (await download(page)).trim().split('\r\n');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(
    /;"fabt-060";"[^;]+";"nom officiel";"[^;]*";"'=HYPERLINK\(""https:\/\/ailleurs\.example""\)"$/,
  );
});

test('without JavaScript one asks about a record by its name, is told when there is none or several, and keeps what was typed', async ({
  browser,
  office,
}) => {
  const admin = await office.addUser('administrator');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, office, admin.email);
  await page.goto(`${office.url}/admin/journal`);
  await ask(page, 'nulle part <b>ailleurs</b>');
  await expect(field(page)).toHaveValue('nulle part <b>ailleurs</b>');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page)).toHaveAccessibleDescription(/Aucune fiche n’a ce nom ni cet identifiant/);
  await expect(page.getByRole('heading', { name: 'Aucune modification ne répond à ces critères' })).toBeVisible();

  await office.pool.query(
    `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
     VALUES ('terminal', 'award.added', 'award', 'fabt-061/vague-9', '{"label": "fabrique"}'),
       ('terminal', 'wave.changed', 'wave', 'vague-9', '{"note": "relue"}')`,
  );
  await ask(page, 'vague');
  await expect(field(page)).toHaveAccessibleDescription(/fiches répondent à ce nom\s: choisissez la bonne/);
  await page.getByRole('link', { name: 'Vague 9 : 2023' }).click();
  await expect(field(page)).toHaveValue('vague-9');
  await expect(page.getByText('2 modifications sur Vague 9')).toBeVisible();
  await expect(lines(page).filter({ hasText: 'ajoutée à la vague' })).toHaveCount(1);
  await page.getByLabel('Sur quoi').selectOption('Labellisations');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(field(page)).toHaveValue('vague-9');
  await expect(lines(page)).toHaveCount(1);
  await page.context().close();
});

test('one reads in the journal of one’s own régions, in the view as in its file', async ({ browser, office }) => {
  await office.pool.query(
    `INSERT INTO audit_entry (origin, action, subject_kind, subject_id)
     VALUES ('terminal', 'structure.saved', 'structure', 'fabt-062')`,
  );
  const { rows } = await office.pool.query<{ region: string }>(
    `SELECT region_code AS region FROM structure WHERE id = 'fabt-062'`,
  );
  const region = rows[0]?.region ?? '';
  const [here, elsewhere] = [[region], [region === '53' ? '28' : '53']];
  for (const [regions, count] of [
    [here, 1],
    [elsewhere, 0],
  ] as const) {
    const { email } = await office.addUser('editor', regions);
    const page = await (await browser.newContext()).newPage();
    await signIn(page, office, email);
    await page.goto(`${office.url}/admin/journal?fiche=fabt-062`);
    await expect(lines(page)).toHaveCount(count);
    await expect(lines(page).getByRole('link')).toHaveCount(count);
    const file = await page.request.get(`${office.url}/admin/journal/export`);
    expect((await file.text()).includes('fabt-062')).toBe(count === 1);
    await page.context().close();
  }
});

test('a wave, an award and an account lead to their own journal', async ({ page, office }) => {
  const admin = await signInAs(page, office, 'administrator');
  for (const [path, id] of [
    ['/admin/vagues/vague-1', 'vague-1'],
    ['/admin/structures/fabt-032/labellisations/vague-1', 'fabt-032/vague-1'],
    [`/admin/utilisateurs/${admin.number}`, admin.id],
  ]) {
    await page.goto(office.url + path);
    await page.getByRole('main').getByRole('link', { name: 'Dans le journal' }).click();
    await expect(field(page)).toHaveValue(id ?? '');
    await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true');
  }
});

test('the record field has no fault that axe can find, in error and with names to choose from', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  for (const text of ['nulle part ailleurs', 'vague']) {
    await page.goto(`${office.url}/admin/journal?fiche=${encodeURIComponent(text)}`);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  }
});

test('an erased draft leaves one line, in the journal and in its file, and no history', async ({ page, office }) => {
  const admin = await signInAs(page, office, 'administrator');
  const { rows } = await office.pool.query<{ id: string }>(
    `INSERT INTO structure (slug, name, commune_code, department_code, region_code)
     VALUES ('brouillon-secret', 'Brouillon secret', '59512', '', '') RETURNING id`,
  );
  const id = rows[0]?.id ?? '';
  await office.pool.query(
    `INSERT INTO audit_entry (actor_id, origin, action, subject_kind, subject_id, after)
     VALUES ($1, 'interface', 'structure.created', 'structure', $2, '{"name": "Brouillon secret", "version": 1}')`,
    [admin.id, id],
  );
  await page.goto(`${office.url}/admin/journal?fiche=${id}`);
  await expect(lines(page).first()).toContainText('Brouillon secret');
  await page.goto(`${office.url}/admin/structures/${id}`);
  await page.getByLabel('Je veux effacer ce brouillon').check();
  await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(page.getByText('Le brouillon est effacé.')).toBeVisible();
  for (const path of [`/admin/structures/${id}`, `/admin/structures/${id}/historique`]) {
    expect((await page.request.get(office.url + path)).status()).toBe(404);
  }
  await page.goto(`${office.url}/admin/journal?fiche=${id}`);
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).first()).toContainText(`${admin.name}`);
  await expect(lines(page).first()).toContainText('brouillon effacé');
  const file = (await download(page)).trim().split('\r\n');
  expect(file).toHaveLength(2);
  expect(file[1]).toMatch(new RegExp(`;"${admin.name}";"brouillon effacé";"Structures";"${id}";"";"";"";""$`));
  await page.goto(`${office.url}/admin/journal`);
  expect(await page.content()).not.toContain('Brouillon secret');
});

test('without a session the file leads to sign-in, and then to the view that it was of', async ({
  page,
  request,
  office,
}) => {
  const path = '/admin/journal/export?type=structure&fiche=fabt-060';
  const answer = await request.get(office.url + path, { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  const view = '/admin/journal?type=structure&fiche=fabt-060';
  expect(answer.headers().location).toBe(`/connexion?suite=${encodeURIComponent(view)}`);
  expect(await answer.text()).not.toContain('numéro');
  const { email } = await office.addUser('reader');
  await signIn(page, office, email, answer.headers().location);
  await expect(page).toHaveURL(office.url + view);
});

const countOf = async (office: Office, text: string, values: unknown[]) =>
  (await office.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${text}`, values)).rows[0]?.count;

test('what the domain refuses someone is kept, apart from the transaction that was refused', async ({
  page,
  office,
}) => {
  const [admin, known] = [await office.addUser('administrator'), await office.addUser('reader')];
  await signIn(page, office, admin.email);
  await page.goto(`${office.url}/admin/utilisateurs`);
  await page.getByLabel('Adresse de courriel').fill(known.email);
  await page.getByRole('button', { name: 'Préparer l’invitation' }).click();
  await expect(page.getByText('Cette adresse a déjà un compte.').first()).toBeVisible();
  await expect(page.getByLabel('Adresse de courriel')).toHaveValue(known.email);
  const { rows } = await office.pool.query('SELECT permission, code FROM refusal WHERE actor_id = $1', [admin.id]);
  expect(rows).toEqual([{ permission: 'user:manage', code: 'address-taken' }]);
  expect(await countOf(office, 'access_link WHERE email = $1', [known.email])).toBe(0);
  expect(await countOf(office, 'audit_entry WHERE actor_id = $1', [admin.id])).toBe(0);
});
