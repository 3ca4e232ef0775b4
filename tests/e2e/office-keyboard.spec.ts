import { press, tabTo } from '../support/keyboard';
import { expect, PASSWORD, signInAs, test } from '../support/office-site';

test('with the keyboard alone a conflict is settled field by field', async ({ page, office }) => {
  await signInAs(page, office, 'editor');
  await page.goto(`${office.url}/admin/structures/fabt-281`);
  await tabTo(page, page.getByLabel('Nom officiel'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Le mien');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Nom officiel').fill('Le leur');
  await other.getByRole('textbox', { name: 'Adresse', exact: true }).fill('3 rue Neuve');
  await other.keyboard.press('Enter');
  await expect(other.getByText('Version 2 enregistrée.')).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alert', { name: 'La fiche a changé pendant votre saisie' });
  await expect(panel).toBeFocused();
  // The choice of a field is one stop; an arrow goes from theirs to mine.
  const theirs = panel.getByRole('radio', { name: 'Nom officiel, enregistré : Le leur' });
  const mine = panel.getByRole('radio', { name: 'Nom officiel, votre saisie : Le mien' });
  await expect(theirs).toBeChecked();
  await tabTo(page, theirs);
  await page.keyboard.press('ArrowRight');
  await expect(mine).toBeChecked();
  await press(page, panel.getByRole('button', { name: /^Enregistrer ce choix/ }));
  await expect(page.getByRole('status').first()).toContainText('Version 3 enregistrée.');
  await expect(page.getByLabel('Nom officiel')).toHaveValue('Le mien');
  await expect(page.getByRole('textbox', { name: 'Adresse', exact: true })).toHaveValue('3 rue Neuve');
});

test('with the keyboard alone structures are filtered, ticked, changed together and brought back', async ({
  page,
  office,
}) => {
  const { email } = await office.addUser('editor');
  await page.goto(`${office.url}/connexion`);
  await tabTo(page, page.getByLabel('Adresse de courriel'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Mot de passe'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${office.url}/admin`);
  await press(page, page.getByRole('navigation', { name: 'Bureau' }).getByRole('link', { name: /^Structures/ }));
  await tabTo(page, page.getByLabel('Nom ou commune'));
  await page.keyboard.type('saint-pierre');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=saint-pierre/);
  const rows = page.locator('input[name="selection"]');
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  await press(page, page.getByRole('checkbox', { name: 'Choisir toutes les structures de cette page' }), 'Space');
  await expect(rows.first()).toBeChecked();
  await press(page, rows.first(), 'Space');
  const archived = async () => {
    const { rows: found } = await office.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM structure WHERE archived_at IS NOT NULL',
    );
    return found[0]?.count ?? 0;
  };
  const before = await archived();
  await press(page, page.getByRole('button', { name: 'Archiver' }));
  await expect(page.getByRole('status').first()).toContainText(/archivée/);
  expect(await archived()).toBe(before + count - 1);
  await press(page, page.getByRole('button', { name: 'Défaire' }));
  await expect(page.getByText(/revenues? en arrière/)).toBeVisible();
  expect(await archived()).toBe(before);
});
