import type { Page } from 'playwright/test';
import { AWARD_FIELDS, INSTALMENT_FIELDS } from '@/lib/awards/fields';
import type { FieldKind, Fields } from '@/lib/fields/field';
import { STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { WAVE_FIELDS } from '@/lib/waves/fields';
import type { FormFields } from '@/tests/support/form-fields';
import { OFFICE_ACTIONS, OPEN_ACTIONS } from '../support/office-action-cases';
import { listBuiltActions } from '../support/office-actions';
import { addPrey, fingerprint, type Prey, WAVE } from '../support/office-prey';
import { expect, signIn, test, useOffice } from '../support/office-site';
import { askOnce, callAction, enter } from '../support/office-visitor';

// One office for the whole file: its tests follow each other.
test.describe.configure({ mode: 'serial' });

const office = useOffice();
let prey: Prey;
let ids: ReadonlyMap<string, string>;
let cookie = '';
let email = '';

test.beforeAll(async () => {
  prey = await addPrey(office);
  ids = await listBuiltActions();
  ({ email } = await office.addUser('administrator'));
  cookie = await enter(office.url, email);
});

const STRUCTURE = 'app/admin/structures/[id]/actions.ts#saveStructure';
const AWARD = 'app/admin/structures/[id]/labellisations/[waveId]/actions.ts#saveAward';
const SAVE_WAVE = 'app/admin/vagues/[id]/actions.ts#saveWave';

const CHOSEN: ReadonlySet<FieldKind> = new Set(['choice', 'yes-no', 'list']);
const writtenIn = (fields: Fields<string>, looked: readonly string[] = []) =>
  Object.keys(fields).filter((name) => !CHOSEN.has(fields[name]?.kind ?? 'text') && !looked.includes(name));

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'app/admin/structures/nouvelle/actions.ts#createStructure': ['name', 'commune'],
  [STRUCTURE]: [
    ...writtenIn(STRUCTURE_FIELDS, ['communeCode', 'geocodingScore', 'densityLevel']),
    'commune',
    'sourceUrl-0',
    'sourceTitle-0',
    'sourceDate-0',
  ],
  'app/admin/structures/[id]/labellisations/actions.ts#addAward': ['sourceUrl'],
  'app/admin/vagues/[id]/ajouter/actions.ts#addManyAwards': ['sourceUrl'],
  [AWARD]: [...writtenIn(AWARD_FIELDS), ...writtenIn(INSTALMENT_FIELDS).map((name) => `v0-${name}`)],
  'app/admin/vagues/actions.ts#createWave': ['id', 'label', 'shortLabel'],
  [SAVE_WAVE]: writtenIn(WAVE_FIELDS),
  'app/admin/utilisateurs/actions.ts#inviteUser': ['email'],
  'app/admin/mon-compte/actions.ts#changePassword': ['currentPassword', 'password', 'passwordAgain'],
  'app/admin/mon-compte/actions.ts#confirmSecondFactor': ['code'],
  'app/acces/[token]/actions.ts#acceptAccess': ['name', 'email', 'password'],
  'app/connexion/actions.ts#signIn': ['email', 'password', 'suite'],
  'app/connexion/actions.ts#giveCode': ['code'],
  'app/connexion/actions.ts#askForNewPassword': ['email'],
};

const OPEN_FORMS: Readonly<Record<string, FormFields>> = {
  'app/acces/[token]/actions.ts#acceptAccess': [['token', 'x'.repeat(43)]],
  'app/connexion/actions.ts#signIn': [
    ['email', 'personne@exemple.fr'],
    ['password', 'pas le bon mot'],
  ],
};

const awardOfPrey = async (): Promise<FormFields> => [
  ['structureId', prey.draft],
  ['waveId', 'vague-1'],
  ['version', await prey.read('SELECT version FROM award WHERE structure_id = $1', prey.draft)],
  ['label', 'unknown'],
];

async function formOf(action: string, typed: Readonly<Record<string, string>>): Promise<FormFields> {
  const sound =
    action === AWARD ? await awardOfPrey() : await (OFFICE_ACTIONS[action]?.typed(prey) ?? OPEN_FORMS[action] ?? []);
  return [...sound.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
}

async function send(action: string, typed: Readonly<Record<string, string>>) {
  const path = OFFICE_ACTIONS[action]?.at(prey) ?? OPEN_ACTIONS[action] ?? '';
  return callAction(office.url + path, ids.get(action) ?? '', await formOf(action, typed), { cookie });
}

test('half a megabyte is refused in every field, in few words; marks that turn the text round are stored nowhere', async () => {
  const before = await fingerprint(office);
  expect(Object.values(TEXTS).flat().length).toBeGreaterThan(60);
  for (const [action, names] of Object.entries(TEXTS)) {
    for (const name of names) {
      const long = await send(action, { [name]: 'a'.repeat(500_000) });
      expect([action, name, long.status, long.location]).toEqual([action, name, 200, '']);
      expect(long.body).toContain('"status":"refused"');
      expect(long.body.length).toBeLessThan(100_000);
    }
  }
  expect(await fingerprint(office)).toBe(before);
  for (const [action, names] of Object.entries(TEXTS)) {
    for (const name of names) {
      if (/password/i.test(name)) continue;
      await send(action, { [name]: `${name === 'sourceUrl' ? 'https://exemple.fr/' : ''}a\u202Eb\u2066c\u200Fd` });
    }
  }
  const stored = `SELECT count(*) FROM (SELECT s::text AS row FROM structure s UNION ALL SELECT w::text FROM wave w
    UNION ALL SELECT a::text FROM award a UNION ALL SELECT i::text FROM instalment i UNION ALL SELECT u::text FROM "user" u
    UNION ALL SELECT l::text FROM access_link l UNION ALL SELECT e::text FROM audit_entry e
    UNION ALL SELECT o::text FROM structure_source o) rows WHERE row ~ '[\u202E\u2066\u200F]'`;
  expect(await prey.read(stored)).toBe('0');
});

const SCRIPT = '<script>alert(1)</script>';
const NASTY = `"'${SCRIPT}</title><img src=x onerror=alert(2)>`;
const NASTY_URL = 'https://exemple.fr/"><script>alert(1)</script>';

const done = async (action: string, typed: Readonly<Record<string, string>>) => {
  const { body, location } = await send(action, typed);
  expect([action, location !== '' || body.includes('"status":"done"') ? '' : body.slice(0, 900)]).toEqual([action, '']);
};

async function writeNasty() {
  await office.pool.query(`UPDATE "user" SET name = $1 WHERE email = $2`, [NASTY, email]);
  await done(STRUCTURE, {
    name: NASTY,
    officialName: NASTY,
    address: NASTY,
    territory: 'qpv',
    territoryBasis: 'source',
    qpvName: NASTY,
    website: NASTY_URL,
    description: `${NASTY}\n\n${NASTY}`,
    descriptionSourceUrl: NASTY_URL,
    contactName: NASTY,
    contactPublished: 'oui',
    positionKind: 'commune',
    'sourceUrl-0': NASTY_URL,
    'sourceTitle-0': NASTY,
    duplicate: 'oui',
  });
  await done(AWARD, { conventionReference: NASTY, conventionObject: NASTY });
  await done('app/admin/structures/[id]/actions.ts#publishStructure', {});
  await done(SAVE_WAVE, { label: NASTY, shortLabel: SCRIPT, announcedPeriod: NASTY, announcedCount: '9', note: NASTY });
}

async function expectHarmless(page: Page, path: string) {
  const become = await page.evaluate(
    () =>
      [...document.querySelectorAll('script')].filter(({ text }) => text.trim() === 'alert(1)').length +
      document.querySelectorAll('img[src="x"], [onerror]').length,
  );
  expect([path, become]).toEqual([path, 0]);
}

test('a script written in every field is shown as it was typed, wherever it is read', async ({ page }) => {
  await writeNasty();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await signIn(page, office, email);
  const slug = await prey.read('SELECT slug FROM structure WHERE id = $1', prey.draft);
  const record = `/fabriques/${slug}`;
  const own = `/admin/structures/${prey.draft}`;
  const pages = [
    '/admin',
    '/admin/structures?q=script',
    own,
    `${own}/historique?version=1`,
    `${own}/labellisations`,
    `${own}/labellisations/vague-1`,
    '/admin/vagues',
    `/admin/vagues/${WAVE}`,
    `/admin/vagues/${WAVE}/ajouter`,
    '/admin/utilisateurs',
    '/admin/journal',
    record,
    '/fabriques?q=script',
    '/vagues',
    `/vagues/${WAVE}`,
  ];
  for (const path of pages) {
    await page.goto(office.url + path);
    const values = await page
      .locator('input, textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    expect([path, `${await page.locator('body').innerText()} ${values.join(' ')}`]).toEqual([
      path,
      expect.stringContaining(SCRIPT),
    ]);
    await expectHarmless(page, path);
  }
  await page.goto(office.url + record);
  expect(await page.title()).toContain(SCRIPT);
  const linked = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(linked).not.toContain('<');
  expect(JSON.stringify(JSON.parse(linked ?? ''))).toContain(SCRIPT);

  await page.goto(`${office.url}/fabriques?q=script`);
  await page
    .getByRole('group', { name: /^Fabriques sur la carte/ })
    .getByRole('button')
    .first()
    .press('Enter');
  await expect(page.getByRole('dialog').getByRole('link').first()).toHaveText(NASTY);
  await expectHarmless(page, 'map');
  expect(dialogs).toEqual([]);
});

test('the same script reads as data in the files, and leaves no address or image broken', async () => {
  const slug = await prey.read('SELECT slug FROM structure WHERE id = $1', prey.draft);
  expect(slug).toMatch(/^[a-z0-9-]+$/);
  const json = await askOnce(office.url, `/api/v1/structures/${slug}`);
  expect(json.body).not.toContain('<');
  expect(JSON.parse(json.body)).toMatchObject({ name: NASTY });
  const csv = await askOnce(office.url, '/admin/journal/export', { cookie });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain(`"${NASTY.replaceAll('"', '""')}"`);
  const html = (await askOnce(office.url, `/fabriques/${slug}`)).body;
  const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const { pathname, search } = new URL(image.replaceAll('&amp;', '&'));
  const drawn = await askOnce(office.url, pathname + search);
  expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'image/png']);
  const parts = await askOnce(office.url, '/sitemap.xml');
  expect(parts.status).toBe(200);
  expect(parts.body).not.toMatch(/<script/);
  const filtered = await askOnce(office.url, `/admin/journal?qui=${encodeURIComponent(NASTY)}&du=${SCRIPT.length}`, {
    cookie,
  });
  expect(filtered.status).toBe(200);
  expect(filtered.body).not.toContain('<img src=x');
});
