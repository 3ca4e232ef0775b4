import { expect, signIn, signInAs, test } from '../support/office-site';

const ticked = 'input[name="structureIds"]:checked';

for (const javaScriptEnabled of [true, false]) {
  test(`what is ticked and typed for a wave outlives a new search, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    office,
  }) => {
    const { email } = await office.addUser('administrator');
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await signIn(page, office, email);
    await page.goto(`${office.url}/admin/vagues/vague-8/ajouter?q=najac`);
    await page.getByRole('checkbox').first().check();
    const [first = ''] = await page
      .locator(ticked)
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
    await page.getByRole('radio', { name: 'Fabrique numérique' }).check();
    await page.getByLabel('Source').fill('https://exemple.fr/annonce');

    // Enter in the search looks, and adds nothing.
    await page.getByLabel('Nom, commune ou département').fill('zzzz');
    await page.getByLabel('Nom, commune ou département').press('Enter');
    await page.waitForURL(/q=zzzz/);
    await expect(page.locator('main')).toContainText('0 structure trouvée hors de cette vague.');
    await expect(page.locator('main')).toContainText('En tête, celle que vous avez déjà cochée');
    await page.getByLabel('Nom, commune ou département').fill('hendaye');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.waitForURL(/q=hendaye/);
    await expect(page.locator(ticked)).toHaveValue(String(first));
    await expect(page.getByRole('radio', { name: 'Fabrique numérique' })).toBeChecked();
    await expect(page.getByLabel('Source')).toHaveValue('https://exemple.fr/annonce');
    expect(asked).toEqual([]);
    const { rows } = await office.pool.query(`SELECT 1 FROM award WHERE structure_id = $1 AND wave_id = 'vague-8'`, [
      first,
    ]);
    expect(rows).toEqual([]);
    await context.close();
  });
}

test('structures found by two searches join the wave together', async ({ page, office }) => {
  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/vagues/vague-8/ajouter?q=bourges`);
  await page.getByRole('checkbox', { name: /Antre-Peaux/ }).check();
  await page.getByLabel('Nom, commune ou département').fill('argenteuil');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.waitForURL(/q=argenteuil/);
  await page.getByRole('checkbox', { name: /Akousmatic/ }).check();
  await expect(page.locator(ticked)).toHaveCount(2);
  await page.getByRole('button', { name: 'Ajouter les structures cochées' }).click();
  await expect(page.getByText('2 structures sont ajoutées à la vague.')).toBeVisible();
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('2 structures sont sorties de la vague.')).toBeVisible();
});
