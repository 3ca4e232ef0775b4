import { once } from 'node:events';
import type { Locator, Page } from 'playwright/test';
import { expect, type Office, signIn, test } from '../support/office-site';

type Form = {
  address: string;
  touch: (page: Page) => Promise<unknown>;
  kept: (page: Page) => Locator;
  value: string | boolean;
};

const typeIn = (label: string, text: string) => ({
  touch: (page: Page) => page.getByLabel(label, { exact: true }).first().fill(text),
  kept: (page: Page) => page.getByLabel(label, { exact: true }).first(),
  value: text,
});

const FORMS: Record<string, Form> = {
  'a new structure': { address: '/admin/structures/nouvelle', ...typeIn('Nom affiché', 'Un lieu') },
  'a structure': { address: '/admin/structures/fabt-261', ...typeIn('Nom officiel', 'Un autre nom') },
  'an award and its instalments': {
    address: '/admin/structures/fabt-031/labellisations/vague-1',
    ...typeIn('Montant en euros, ligne 1', '50 000'),
  },
  'a structure that joins a wave': {
    address: '/admin/structures/fabt-031/labellisations',
    ...typeIn('Source', 'https://exemple.fr/annonce'),
  },
  'a structure that joins a wave from the page of both': {
    address: '/admin/structures/fabt-031/labellisations/vague-5',
    ...typeIn('Source', 'https://exemple.fr/annonce'),
  },
  'structures that are ticked': {
    address: '/admin/structures',
    touch: (page) =>
      page
        .getByRole('checkbox', { name: /^Choisir (?!toutes)/ })
        .first()
        .check(),
    kept: (page) => page.getByRole('checkbox', { name: /^Choisir (?!toutes)/ }).first(),
    value: true,
  },
  'an invitation': { address: '/admin/utilisateurs', ...typeIn('Adresse de courriel', 'camille@exemple.fr') },
  'a new wave': { address: '/admin/vagues/nouvelle', ...typeIn('Nom', 'Vague 12') },
  'a wave': { address: '/admin/vagues/vague-5', ...typeIn('Nom court', 'V. 5') },
  'many structures for a wave': {
    address: '/admin/vagues/vague-1/ajouter',
    touch: (page) => page.getByRole('checkbox').first().check(),
    kept: (page) => page.getByRole('checkbox').first(),
    value: true,
  },
};

function answerWith(page: Page, answer: { leave: boolean }) {
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await (answer.leave ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}

const toDashboard = (page: Page) =>
  page.getByRole('navigation', { name: 'Bureau' }).getByRole('link', { name: 'Tableau de bord' });

function markReadiness() {
  const { addEventListener } = window;
  window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
    if (type === 'beforeunload') document.documentElement.dataset.asks = 'oui';
    addEventListener.call(window, type, ...rest);
  };
}
const isReady = (page: Page) => page.locator('html[data-asks]').waitFor({ state: 'attached' });

const wouldAsk = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

async function holdScripts(page: Page): Promise<() => void> {
  const arrival = new AbortController();
  const released = once(arrival.signal, 'abort');
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return () => arrival.abort();
}

async function enter(page: Page, office: Office) {
  const { email } = await office.addUser('administrator');
  await page.addInitScript(markReadiness);
  await signIn(page, office, email);
}

async function come(page: Page, office: Office, address: string) {
  await enter(page, office);
  await page.goto(office.url + address);
  await isReady(page);
}

async function comeEarly(page: Page, office: Office, address: string) {
  await enter(page, office);
  const release = await holdScripts(page);
  await page.goto(office.url + address, { waitUntil: 'domcontentloaded' });
  return release;
}

const stillHas = async (locator: Locator, value: string | boolean) =>
  typeof value === 'string' ? expect(locator).toHaveValue(value) : expect(locator).toBeChecked();

for (const [name, { address, touch, kept, value }] of Object.entries(FORMS)) {
  test(`what was typed of ${name} is not left without a question, by a link or by the browser`, async ({
    page,
    office,
  }) => {
    await come(page, office, address);
    const answer = { leave: false };
    const asked = answerWith(page, answer);
    expect(await wouldAsk(page)).toBe(false);
    await touch(page);
    await toDashboard(page).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(page).toHaveURL(office.url + address);
    await stillHas(kept(page), value);

    answer.leave = true;
    await page.reload();
    expect(asked).toEqual(['beforeunload', 'beforeunload']);
    await isReady(page);
    await toDashboard(page).click();
    await page.waitForURL(`${office.url}/admin`);
    expect(asked).toHaveLength(2);
  });
}

for (const [name, { address, touch, kept, value }] of Object.entries(FORMS)) {
  test(`what was typed of ${name} before the page was alive is not left without a question either`, async ({
    page,
    office,
  }) => {
    const release = await comeEarly(page, office, address);
    await touch(page);
    release();
    await isReady(page);
    expect(await wouldAsk(page)).toBe(true);
    await stillHas(kept(page), value);
  });
}

test('a text of several lines that is typed before the page is alive stays as it was typed', async ({
  page,
  office,
}) => {
  await office.pool.query(
    `UPDATE structure SET description = 'Un atelier.' || chr(10) || 'Un jardin.' WHERE id = 'fabt-263'`,
  );
  const release = await comeEarly(page, office, '/admin/structures/fabt-263');
  const text = page.getByRole('textbox', { name: 'Présentation', exact: true });
  await expect(text).toHaveValue('Un atelier.\nUn jardin.');
  await text.fill('Un atelier.\n\nUn four.');
  release();
  await isReady(page);
  await expect(text).toHaveValue('Un atelier.\n\nUn four.');
});

test('what came back refused is still to be saved, and what is saved is left without a word', async ({
  page,
  office,
}) => {
  const address = '/admin/structures/fabt-262';
  await come(page, office, address);
  const answer = { leave: false };
  const asked = answerWith(page, answer);
  const save = page.getByRole('button', { name: 'Enregistrer', exact: true }).last();
  await page.getByLabel('Code postal').fill('591');
  await save.click();
  await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
  await toDashboard(page).click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(page.getByLabel('Code postal')).toHaveValue('591');
  await page.getByLabel('Code postal').fill('');
  await page.getByLabel('Nom officiel').fill('Nom enregistré');
  await save.click();
  await expect(page.getByText('Version 2 enregistrée.')).toBeVisible();
  await toDashboard(page).click();
  await page.waitForURL(`${office.url}/admin`);
  expect(asked).toHaveLength(1);
});
