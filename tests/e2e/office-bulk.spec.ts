import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { useOfficeSite } from '../support/office-site-apart';
import { expect, test } from '../support/site';

const site = useOfficeSite();

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');

async function addStructure(name: string, waveId: string | null = null, isPublished = false): Promise<string> {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const { rows } = await site.pool.query<{ id: string }>(
    `INSERT INTO structure (slug, name, commune_code, department_code, region_code) VALUES ($1, $2, '59512', '', '') RETURNING id`,
    [slug, name],
  );
  const id = rows[0]?.id ?? '';
  await site.pool.query(
    `INSERT INTO structure_source (structure_id, url, title) VALUES ($1, 'https://exemple.fr/', 'A')`,
    [id],
  );
  if (waveId) {
    await site.pool.query(`INSERT INTO award (structure_id, wave_id, label) VALUES ($1, $2, 'fabrique')`, [id, waveId]);
  }
  if (isPublished) await site.pool.query('UPDATE structure SET published_at = now() WHERE id = $1', [id]);
  return id;
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Choisir ${name}`, exact: true });
const alertOf = (page: Page) => page.getByRole('alert').first();
const territory = (page: Page) => page.locator('.bulk').getByLabel('Territoire');

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'avec' : 'sans';

  test(`a bulk act refused names what stands in the way and keeps ticks and choices, ${mode} JavaScript`, async ({
    browser,
  }) => {
    const names = ['un', 'deux', 'trois'].map((number) => `Zeste ${mode} ${number}`);
    const [one = '', two = '', three = ''] = names;
    await addStructure(one, 'vague-1');
    const edited = await addStructure(two, 'vague-1');
    const lacking = await addStructure(three);
    const page = await site.signIn(browser, site.admin.email, { javaScriptEnabled });
    await page.goto(`/admin/structures?q=zeste+${mode}`);
    for (const name of names) await box(page, name).check();
    await territory(page).selectOption('Rural, selon une source');

    await page.getByRole('button', { name: 'Publier' }).click();
    await expect(alertOf(page)).toContainText('1 structure cochée ne peut pas être publique');
    const named = alertOf(page).getByRole('link');
    expect(plain(await named.textContent())).toBe(`${three} : il manque au moins une labellisation`);
    await expect(named).toHaveAttribute('href', `/admin/structures/${lacking}`);
    for (const name of names) await expect(box(page, name)).toBeChecked();
    await expect(territory(page)).toHaveValue('rural:source');
    // Axe is a script: it runs where scripts do, on the same page.
    if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

    await site.pool.query(`UPDATE structure SET official_name = 'Autre', version = version + 1 WHERE id = $1`, [
      edited,
    ]);
    await box(page, three).uncheck();
    await page.getByRole('button', { name: 'Changer le territoire' }).click();
    await expect(alertOf(page)).toContainText('1 structure cochée a été modifiée entre-temps par quelqu’un d’autre');
    await expect(alertOf(page).getByRole('link', { name: two })).toHaveAttribute('href', `/admin/structures/${edited}`);
    for (const name of [one, two]) await expect(box(page, name)).toBeChecked();
    await expect(box(page, three)).not.toBeChecked();
    await expect(territory(page)).toHaveValue('rural:source');
    await page.getByRole('button', { name: 'Changer le territoire' }).click();
    await expect(page.getByText('2 structures changées de territoire.')).toBeVisible();
    await expect(page.getByLabel('Nom ou commune')).toHaveValue(`zeste ${mode}`);
    await page.getByRole('button', { name: 'Défaire' }).click();
    await expect(page.getByText('2 structures revenues en arrière.')).toBeVisible();
    await expect(page.getByLabel('Nom ou commune')).toHaveValue(`zeste ${mode}`);
    await page.context().close();
  });

  test(`a structure that left the régions of the editor meanwhile is named, ${mode} JavaScript`, async ({
    browser,
  }) => {
    const [stays, leaves] = [`Orange ${mode} une`, `Orange ${mode} deux`];
    await addStructure(stays, 'vague-1');
    const id = await addStructure(leaves, 'vague-1', true);
    const editor = await site.addUser('editor', ['32']);
    const page = await site.signIn(browser, editor.email, { javaScriptEnabled });
    await page.goto(`/admin/structures?q=orange+${mode}`);
    for (const name of [stays, leaves]) await box(page, name).check();
    await territory(page).selectOption('Rural, selon une source');
    await site.pool.query(`UPDATE structure SET commune_code = '35238' WHERE id = $1`, [id]);
    await page.getByRole('button', { name: 'Archiver' }).click();
    await expect(alertOf(page)).toContainText('1 structure cochée est hors de vos régions');
    await expect(alertOf(page).getByRole('link', { name: leaves })).toHaveAttribute('href', /^\/fabriques\//);
    await expect(box(page, stays)).toBeChecked();
    await expect(territory(page)).toHaveValue('rural:source');
    const { rows } = await site.pool.query('SELECT 1 FROM structure WHERE archived_at IS NOT NULL AND name = $1', [
      stays,
    ]);
    expect(rows).toEqual([]);
    await page.context().close();
  });
}

test('structures added together leave the wave together, return together, and stay when one would lose its only wave', async ({
  browser,
}) => {
  const names = ['Citron une', 'Citron deux'];
  const [first = ''] = await Promise.all(names.map((name) => addStructure(name)));
  const page = await site.signIn(browser, site.admin.email);
  await page.goto('/admin/vagues/vague-10/ajouter?q=citron');
  for (const name of names) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: 'Ajouter les structures cochées' }).click();
  await expect(page.getByText('2 structures sont ajoutées à la vague.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('2 structures sont sorties de la vague.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Citron une' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('2 structures sont de nouveau dans la vague.')).toBeVisible();
  await site.pool.query('UPDATE structure SET published_at = now() WHERE id = $1', [first]);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(alertOf(page)).toContainText('1 fiche publiée n’aurait plus de labellisation');
  await expect(alertOf(page).getByRole('link', { name: 'Citron une' })).toHaveAttribute(
    'href',
    `/admin/structures/${first}/labellisations/vague-10`,
  );
  await expect(page.getByRole('row', { name: /Citron deux/ })).toBeVisible();
  await page.context().close();
});

test('a deleted wave is given back from the list of waves, and is refused when its rank was taken', async ({
  browser,
}) => {
  const page = await site.signIn(browser, site.admin.email);
  const openWave = async (id: string, label: string) => {
    await page.goto('/admin/vagues/nouvelle');
    await page.getByLabel('Identifiant').fill(id);
    await page.getByLabel('Nom', { exact: true }).fill(label);
    await page.getByLabel('Nom court').fill(label);
    await page.getByLabel('Rang').fill('31');
    await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
    await expect(page.getByText('La vague est ouverte.')).toBeVisible();
  };
  const deleteWave = async () => {
    await page.getByLabel('Supprimer cette vague vide').check();
    await page.getByRole('button', { name: 'Supprimer la vague' }).click();
    await expect(page.getByText('La vague est supprimée.')).toBeVisible();
  };
  await openWave('vague-31', 'Vague perdue');
  await deleteWave();
  expect(await axeFaults(page)).toEqual([]);
  const lost = page.getByRole('form', { name: 'Rétablir Vague perdue' });
  await lost.getByRole('button').click();
  await expect(page.getByText('La vague est rétablie, telle qu’elle était.')).toBeVisible();
  await expect(page.getByLabel('Rang')).toHaveValue('31');
  await deleteWave();
  await openWave('vague-32', 'Vague prise');
  await page.goto('/admin/vagues');
  await lost.getByRole('button').click();
  await expect(alertOf(page)).toContainText('Son rang, le 31, est maintenant celui de');
  await expect(alertOf(page).getByRole('link', { name: 'Vague prise' })).toHaveAttribute(
    'href',
    '/admin/vagues/vague-32',
  );
  const reader = await site.signIn(browser, (await site.addUser('reader')).email);
  await reader.goto('/admin/vagues');
  await expect(reader.getByText('Vague perdue')).toHaveCount(0);
  await reader.context().close();
  await page.context().close();
});
