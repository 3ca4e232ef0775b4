import { faultsOf } from '../support/axe-faults';
import { expect, type Office, signInAs, test } from '../support/office-site';

const PAGE = '/admin/versements';
const FILE = `${PAGE}/export`;
const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');

/** Its name is a formula for a spreadsheet. */
async function addFunded(office: Office): Promise<string> {
  const { rows } = await office.pool.query<{ id: string }>(
    `WITH made AS (
       INSERT INTO structure (slug, name, commune_code, department_code, region_code)
       VALUES ('somme-albi-' || gen_random_uuid(), '=SOMME(A1:A9)', '81004', '', '') RETURNING id),
     award AS (INSERT INTO award (structure_id, wave_id, label) SELECT id, 'vague-1', 'fabrique' FROM made RETURNING id)
     INSERT INTO instalment (award_id, purpose, year_of_aid, calendar_year, amount_euros, status, paid_on)
     SELECT id, 'seed'::instalment_purpose, year, 2019 + year, 30000 + year,
       CASE year WHEN 1 THEN 'paid' ELSE 'planned' END::instalment_status, CASE year WHEN 1 THEN date '2020-05-04' END
     FROM award, generate_series(1, 2) year RETURNING (SELECT id FROM made)`,
  );
  return rows[0]?.id ?? '';
}

test('what is late is found, added up, opened on its award, and taken away as a file without formulas', async ({
  page,
  office,
}) => {
  const id = await addFunded(office);
  await signInAs(page, office, 'editor', ['76']);
  await page.getByRole('navigation', { name: 'Bureau' }).getByRole('link', { name: 'Versements' }).click();
  await page.getByLabel('Nom ou commune').fill('somme albi');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  const table = page.getByRole('table', { name: 'Versements' });
  await expect(table.getByRole('row')).toHaveCount(3);
  expect(plain(await page.locator('.funding').textContent())).toMatch(
    /Promis en tout60 003 €.*Déjà versé30 001 €.*Reste à verser30 002 €/,
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'En retard' }).check();
  await page.getByLabel('Trier par').selectOption('Montant');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/tri=montant&retard=oui$/);
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText('en retard');

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger en CSV' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^versements-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await (await page.request.get(file.url())).text();
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain(`"'=SOMME(A1:A9)";"${id}";"Albi";"81";"Occitanie";"non";"Vague 1";`);
  expect(csv).toContain(';"2";"2021";"30002";"prévu";"oui";"";');

  await table.getByRole('link', { name: '=SOMME(A1:A9)' }).click();
  await expect(page).toHaveURL(`${office.url}/admin/structures/${id}/labellisations/vague-1`);
  await page.goto(`${office.url}${PAGE}?q=rien+de+tel`);
  await expect(page.getByRole('heading', { name: 'Aucun versement ne répond à ces critères' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('instalments of another région are neither listed nor in the file, and nobody signed in gets nothing', async ({
  page,
  request,
  office,
}) => {
  await addFunded(office);
  for (const path of [PAGE, FILE]) {
    for (const headers of [{}, { rsc: '1' }]) {
      const answer = await request.get(office.url + path, { headers, maxRedirects: 0 });
      expect(answer.status()).toBeGreaterThanOrEqual(300);
      expect(await answer.text()).not.toContain('SOMME');
    }
  }
  await signInAs(page, office, 'editor', ['53']);
  for (const path of [PAGE, FILE]) {
    for (const asked of ['', '?region=76', '?q=somme']) {
      const answer = await page.request.get(office.url + path + asked);
      expect(answer.status()).toBe(200);
      expect((await answer.text()).replaceAll(/value="[^"]*"/g, '')).not.toContain('SOMME');
    }
  }
  const regions = (await (await page.request.get(office.url + FILE)).text()).trim().split('\r\n').slice(1);
  expect(regions.length).toBeGreaterThan(3);
  expect(regions.filter((line) => !line.includes(';"Bretagne";'))).toEqual([]);
});
