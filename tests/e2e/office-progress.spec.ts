import type { Page } from 'playwright/test';
import { axeFaults } from '../support/faults';
import { expect, type Office, signInAs, test } from '../support/office-site';

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');
const progress = (page: Page) => page.locator('.sending');

/** Its answer cannot come before it is let go. */
async function hold(office: Office, statement: string, values: unknown[] = []) {
  const client = await office.pool.connect();
  await client.query('BEGIN');
  await client.query(statement, values);
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
}

async function come(page: Page, office: Office, address: string) {
  await signInAs(page, office, 'administrator');
  await page.goto(office.url + address);
}

const moving = (page: Page) =>
  page
    .getByRole('progressbar')
    .evaluate((bar) => bar.getAnimations().filter(({ playState }) => playState === 'running').length);

test('a bulk act that is long says what it does and to how many, and moves only for who lets it', async ({
  page,
  office,
}) => {
  await come(page, office, '/admin/structures?q=saint-pierre');
  const boxes = page.locator('input[name="selection"]');
  const ids: string[] = [];
  for (const at of [0, 1]) {
    await boxes.nth(at).check();
    ids.push((await boxes.nth(at).inputValue()).split(':')[0] ?? '');
  }
  const letGo = await hold(office, 'SELECT 1 FROM structure WHERE id = ANY($1) FOR UPDATE', [ids]);
  try {
    await page.getByRole('button', { name: 'Archiver' }).click();
    await expect(progress(page)).toHaveText('Archivage de 2 structures… Gardez cette page ouverte.');
    await expect(progress(page)).toHaveRole('status');
    await expect(page.getByRole('progressbar')).toHaveAccessibleName(/^Archivage de 2 structures/);
    expect(await moving(page)).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving(page)).toBe(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: 'Envoi…' })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Publier' })).toHaveAttribute('aria-disabled', 'true');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(progress(page)).toBeInViewport({ ratio: 1 });
    }
    expect(await axeFaults(page)).toEqual([]);
  } finally {
    await letGo();
  }
  await expect(page.getByText('2 structures archivées.')).toBeVisible();
  await expect(progress(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('2 structures revenues en arrière.')).toBeVisible();
});

test('while a save waits, a second press and Enter in a field send nothing, and focus stays where it was', async ({
  page,
  office,
}) => {
  await come(page, office, '/admin/structures/fabt-251');
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  const save = page.getByRole('button', { name: 'Enregistrer', exact: true }).last();
  await page.getByLabel('Nom officiel').fill('Premier envoi');
  const letGo = await hold(office, `SELECT 1 FROM structure WHERE id = 'fabt-251' FOR UPDATE`);
  try {
    await save.focus();
    await page.keyboard.press('Enter');
    await expect(progress(page)).toHaveText('Enregistrement de la fiche… Gardez cette page ouverte.');
    const waiting = page.getByRole('button', { name: 'Envoi…' });
    await expect(waiting).toBeFocused();
    await expect(waiting).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await page.getByLabel('Nom officiel').press('Enter');
  } finally {
    await letGo();
  }
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  await page.getByLabel('Nom officiel').fill('Second envoi');
  await save.click();
  await expect(page.getByText('Version 3 enregistrée.')).toBeVisible();
  expect(posts).toHaveLength(2);
});

test('a rule that is checked, structures that join a wave and a place that is looked up say what they do', async ({
  page,
  office,
}) => {
  await come(page, office, '/admin/vagues/vague-8');
  const said = async (press: string, statement: string, sentence: string, after: string | RegExp) => {
    const letGo = await hold(office, statement);
    try {
      await page.getByRole('button', { name: press, exact: true }).click();
      await expect(progress(page)).not.toBeEmpty();
      expect(plain(await progress(page).textContent())).toBe(`${sentence}… Gardez cette page ouverte.`);
    } finally {
      await letGo();
    }
    await expect(page.getByText(after).first()).toBeVisible();
  };
  await said(
    'Enregistrer la vague',
    `SELECT 1 FROM wave WHERE id = 'vague-8' FOR UPDATE`,
    'Vérification de 19 labellisations de la vague',
    /C’était déjà fait/,
  );
  await page.goto(`${office.url}/admin/vagues/vague-10/ajouter?q=najac`);
  await page.getByRole('checkbox').first().check();
  await said(
    'Ajouter les structures cochées',
    'LOCK TABLE award IN ACCESS EXCLUSIVE MODE',
    'Ajout d’une structure à la vague',
    '1 structure est ajoutée',
  );
  await page.goto(`${office.url}/admin/structures/fabt-252`);
  await said(
    'Prendre le centre de la commune',
    'LOCK TABLE commune IN ACCESS EXCLUSIVE MODE',
    'Recherche du centre de la commune',
    /La position proposée est le centre d/,
  );
});
