import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { download, field, lines } from '../support/journal-page';
import { expect, signInAs, test } from '../support/office-site';

const RECORD = '/admin/structures/fabt-060';
const FORMULA = '=HYPERLINK("https://ailleurs.example")';

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
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, office, 'administrator');
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
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, office, 'editor', regions);
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
