import type { Browser, Page } from 'playwright/test';
import { useOfficeSite } from '../support/office-site-apart';
import { expect, test } from '../support/site';

const site = useOfficeSite();

/** Under one key: what a second arrival of one sending is. */
async function openTwice(browser: Browser, path: string, form: string): Promise<[Page, Page]> {
  const first = await site.signIn(browser, site.admin.email);
  const second = await first.context().newPage();
  await first.goto(path);
  await second.goto(path);
  const key = (page: Page) => page.locator(`#${form} input[name="_key"]`);
  const value = await key(first).inputValue();
  await key(second).evaluate((input: HTMLInputElement, first_: string) => {
    input.value = first_;
  }, value);
  return [first, second];
}

const journal = async (condition: string) => {
  const { rows } = await site.pool.query<{ action: string }>(`SELECT action FROM audit_entry WHERE ${condition}`);
  return rows.map(({ action }) => action);
};

test('a bulk act that arrives twice is done once, and the second arrival is answered as the first', async ({
  browser,
}) => {
  const pages = await openTwice(browser, '/admin/structures', 'selection');
  for (const page of pages) {
    for (const id of ['fabt-151', 'fabt-153']) await page.locator(`input[value^="${id}:"]`).check();
    await page.getByRole('button', { name: 'Archiver' }).click();
    await expect(page.getByText('2 structures archivées.')).toBeVisible();
  }
  expect(pages[1].url()).toBe(pages[0].url());
  expect(await journal(`action = 'structure.archived'`)).toHaveLength(2);
  await pages[0].context().close();
});

test('structures added to a wave, sent twice, are added once', async ({ browser }) => {
  const pages = await openTwice(browser, '/admin/vagues/vague-10/ajouter?q=condition+roubaix', 'ajouter');
  for (const page of pages) {
    await page.getByRole('checkbox', { name: /La Condition Publique/ }).check();
    await page.getByRole('button', { name: 'Ajouter les structures cochées' }).click();
    await expect(page.getByText('1 structure est ajoutée à la vague.')).toBeVisible();
  }
  expect(pages[1].url()).toBe(pages[0].url());
  expect(await journal(`subject_id = 'fabt-032/vague-10'`)).toEqual(['award.added']);
  await pages[0].context().close();
});

test('an award and its instalments, sent twice, are saved once', async ({ browser }) => {
  const pages = await openTwice(browser, '/admin/structures/fabt-033/labellisations/vague-1', 'aide');
  for (const page of pages) {
    await page.getByLabel('Référence').fill('C-2020-7');
    await page.getByLabel('Année de l’aide, ligne 1').fill('1');
    await page.getByLabel('Montant en euros, ligne 1').fill('50 000');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByRole('status').first()).toContainText('La labellisation est enregistrée.');
  }
  expect((await journal(`subject_id = 'fabt-033/vague-1'`)).toSorted()).toEqual([
    'award.changed',
    'instalment.changed',
  ]);
  const { rows } = await site.pool.query(
    `SELECT a.version, count(i.id)::int AS instalments FROM award a LEFT JOIN instalment i ON i.award_id = a.id
      WHERE a.structure_id = 'fabt-033' AND a.wave_id = 'vague-1' GROUP BY a.version`,
  );
  expect(rows).toEqual([{ version: 2, instalments: 1 }]);
  await pages[0].context().close();
});

test('a wave opened twice by one form is opened once; saved twice, it has one version more', async ({ browser }) => {
  const opened = await openTwice(browser, '/admin/vagues/nouvelle', 'vague');
  for (const page of opened) {
    await page.getByLabel('Identifiant').fill('vague-11');
    await page.getByLabel('Nom', { exact: true }).fill('Vague 11');
    await page.getByLabel('Nom court').fill('Vague 11');
    await page.getByLabel('Rang').fill('11');
    await page.getByRole('button', { name: 'Ouvrir la vague' }).click();
    await expect(page.getByText('La vague est ouverte.')).toBeVisible();
  }
  expect(await journal(`subject_id = 'vague-11'`)).toEqual(['wave.created']);
  const saved = await openTwice(browser, '/admin/vagues/vague-11', 'vague');
  for (const page of saved) {
    await page.getByLabel('Nom', { exact: true }).fill('Vague 11 : 2027');
    await page.getByRole('button', { name: 'Enregistrer la vague' }).click();
    await expect(page.getByRole('status').first()).toContainText('La vague est enregistrée.');
  }
  expect(await journal(`subject_id = 'vague-11' AND action = 'wave.changed'`)).toHaveLength(1);
  await opened[0].context().close();
  await saved[0].context().close();
});

test('a second arrival that says more than the first is not taken for it, and keeps what it says', async ({
  browser,
}) => {
  const [first, second] = await openTwice(browser, '/admin/structures/fabt-154', 'structure');
  await first.getByLabel('Nom officiel').fill('Premier');
  await first.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(first.getByText('Version 2 enregistrée.')).toBeVisible();
  await second.getByLabel('Nom officiel').fill('Premier, et davantage');
  await second.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(second.getByRole('alert').first()).toContainText('sans ce que vous avez changé depuis');
  await expect(second.getByLabel('Nom officiel')).toHaveValue('Premier, et davantage');
  await second.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(second.getByRole('alert').first()).toContainText('version 2');
  await first.context().close();
});

const countOf = async (name: string) => {
  const { rows } = await site.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM structure WHERE name = $1',
    [name],
  );
  return rows[0]?.count;
};

/** No name is like another: a likely duplicate would be asked about first. */
async function fillNew(page: Page, name: string) {
  await page.goto('/admin/structures/nouvelle');
  await page.getByLabel('Nom affiché').fill(name);
  await page.getByLabel('Commune', { exact: true }).fill('Roubaix (59512)');
}
const create = (page: Page) => page.getByRole('button', { name: 'Créer le brouillon' }).click();
const isBack = () =>
  expect
    .poll(async () => (await fetch(`${site.url}/api/sante`)).status, { timeout: 30_000, intervals: [500] })
    .toBe(200);

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with' : 'without';

  test(`a connection cut once the database has written: the agent is told that it is saved, ${mode} JavaScript`, async ({
    browser,
  }) => {
    const name = javaScriptEnabled ? 'Bigorneau' : 'Palourde';
    const page = await site.signIn(browser, site.admin.email, { javaScriptEnabled });
    await fillNew(page, name);
    site.relay.cutAtCommit({ isCarriedOut: true });
    await create(page);
    await expect(page.getByRole('status').first()).toContainText(
      'Le premier envoi de ce formulaire est bien enregistré',
    );
    expect(await countOf(name)).toBe(1);
    await page.getByRole('status').first().getByRole('link', { name: 'Voir la fiche' }).click();
    await expect(page.getByLabel('Nom affiché')).toHaveValue(name);
    await page.context().close();
  });
}

for (const isCarriedOut of [true, false]) {
  test(`the database goes away at COMMIT, ${isCarriedOut ? 'carried out' : 'not received'}: the same form sent again finds out, and never writes twice`, async ({
    browser,
  }) => {
    const name = isCarriedOut ? 'Crevette' : 'Langouste';
    const page = await site.signIn(browser, site.admin.email);
    await fillNew(page, name);
    site.relay.cutAtCommit({ isCarriedOut, staysAway: true });
    await create(page);
    await expect(page.getByRole('alert').first()).toContainText(
      'On ne sait pas si le premier envoi de ce formulaire est enregistré',
      { timeout: 30_000 },
    );
    await expect(page.getByLabel('Nom affiché')).toHaveValue(name);
    const answered = page.waitForResponse((one) => one.request().method() === 'POST');
    await create(page);
    await answered;
    await expect(page.getByRole('button', { name: 'Créer le brouillon' })).toBeVisible();
    await expect(page.getByRole('alert').first()).toContainText('On ne sait pas si le premier envoi');
    await expect(page.getByLabel('Nom affiché')).toHaveValue(name);
    await site.relay.restore();
    await isBack();
    await create(page);
    if (isCarriedOut) {
      await expect(page.getByRole('status').first()).toContainText(
        'Le premier envoi de ce formulaire est bien enregistré',
      );
      await page.getByRole('status').first().getByRole('link', { name: 'Voir la fiche' }).click();
      await expect(page.getByLabel('Nom affiché')).toHaveValue(name);
    } else {
      await page.waitForURL(/fait=creee/);
    }
    expect(await countOf(name)).toBe(1);
    await page.context().close();
  });
}
