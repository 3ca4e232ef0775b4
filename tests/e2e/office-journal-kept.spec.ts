import { download, lines } from '../support/journal-page';
import { expect, type Office, signIn, signInAs, test } from '../support/office-site';

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
