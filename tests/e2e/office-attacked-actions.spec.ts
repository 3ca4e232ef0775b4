import { UNREAD_FORM } from '@/lib/forms/form-refusals';
import { MESSAGES } from '@/lib/forms/messages';
import type { FormFields } from '@/tests/support/form-fields';
import { type ShutOut, shutOut } from '../support/attackers';
import { OFFICE_ACTIONS, OPEN_ACTIONS } from '../support/office-action-cases';
import { listBuiltActions } from '../support/office-actions';
import {
  addPrey,
  countForced,
  DRAFT_NAME,
  EXTRA_FIELDS,
  fingerprint,
  PREY_EMAIL,
  type Prey,
} from '../support/office-prey';
import { expect, test, useOffice } from '../support/office-site';
import { type Answer, callAction, enter, postAction, sendToAction } from '../support/office-visitor';

// One office for the whole file, whose records go from hand to hand: its tests follow each other.
test.describe.configure({ mode: 'serial' });

const office = useOffice();
let prey: Prey;
let shut: ShutOut;
let ids: ReadonlyMap<string, string>;
const cookies = { administrator: '', reader: '', elsewhere: '' };
const people = { reader: '', elsewhere: '' };

test.beforeAll(async () => {
  prey = await addPrey(office);
  ids = await listBuiltActions();
  shut = await shutOut(office, ids);
  const reader = await office.addUser('reader');
  const elsewhere = await office.addUser('editor', ['53']);
  Object.assign(people, { reader: reader.id, elsewhere: elsewhere.id });
  cookies.administrator = await enter(office.url, (await office.addUser('administrator')).email);
  cookies.reader = await enter(office.url, reader.email);
  cookies.elsewhere = await enter(office.url, elsewhere.email);
});

const idOf = (name: string) => ids.get(name) ?? '';

function expectNothingTold({ status, body }: Answer, words: string, secrets = [DRAFT_NAME, PREY_EMAIL]) {
  expect(status, words).toBeLessThan(500);
  expect([words, ...secrets.filter((secret) => body.includes(secret))]).toEqual([words]);
}

/** Without JavaScript the page around answers, which a reader may read. */
async function attack(name: string, url: string, typed: FormFields, cookie: string, refusal: string, who: string) {
  const words = `${name} ${who}`;
  const answer = await callAction(url, idOf(name), typed, { cookie });
  expectNothingTold(answer, words);
  expect(answer.body, words).toContain(refusal);
  if (who.startsWith('with ')) return;
  const page = await postAction(url, idOf(name), typed, { cookie });
  expectNothingTold(page, `${words}, without JavaScript`, who === 'reader' ? [PREY_EMAIL] : undefined);
}

/** Anything but fields, which is what the arguments of an action can be made of. */
const NO_FORM = [
  '[]',
  '["$undefined"]',
  '[null,"texte"]',
  '[null,{"id":{"a":1},"version":["1"]}]',
  '[null,[["id","1"]]]',
];

const wordsOf = (outcome: 'forbidden' | 'out-of-scope') =>
  outcome === 'forbidden' ? MESSAGES.forbidden : 'hors de vos régions';

const isDone = ({ location, body }: Answer) => location !== '' || /"status":"(done|amended)"/.test(body);

test('the tables of attacks hold every action that the build lets be called', () => {
  expect([...Object.keys(OFFICE_ACTIONS), ...Object.keys(OPEN_ACTIONS)].toSorted()).toEqual([...ids.keys()].toSorted());
});

for (const [name, { at, typed, reader, elsewhere, isNeverDone }] of Object.entries(OFFICE_ACTIONS)) {
  test(`${name} obeys nobody but who may, and writes nothing else`, async () => {
    const url = office.url + at(prey);
    const form = await typed(prey);
    const before = await fingerprint(office);
    for (const [who, cookie] of Object.entries(shut)) {
      await attack(name, url, form, cookie, MESSAGES['session-over'], who);
    }
    for (const [who, outcome] of Object.entries({ reader, elsewhere })) {
      if (outcome === 'own') continue;
      await attack(name, url, form, cookies[who as 'reader' | 'elsewhere'], wordsOf(outcome), who);
    }
    const cookie = cookies.administrator;
    for (const args of NO_FORM) {
      const answer = await sendToAction(url, idOf(name), args, { cookie });
      expect([name, args, answer.status, answer.body]).toEqual([name, args, 400, UNREAD_FORM]);
    }
    if (form.length > 0) {
      const doubled = await callAction(url, idOf(name), [...form, ...form], { cookie });
      expect([name, doubled.status, isDone(doubled)]).toEqual([name, 200, false]);
      expect(doubled.body).toMatch(/à corriger/);
    }
    const ailleurs = { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example' };
    for (const headers of [ailleurs, { ...ailleurs, host: 'ailleurs.example' }]) {
      expect([name, (await callAction(url, idOf(name), form, { cookie, ...headers })).status]).toEqual([name, 403]);
    }
    const unsaid = await callAction(url, idOf(name), form, { cookie, origin: undefined });
    expect(unsaid.body).toContain(MESSAGES['foreign-origin']);
    expect([name, await fingerprint(office)]).toEqual([name, before]);

    // From who may send it: what was refused above was refused for its sender.
    const extra = EXTRA_FIELDS.filter(([field]) => !form.some(([own]) => own === field));
    const answer = await callAction(url, idOf(name), [...form, ...extra], { cookie });
    expect([name, answer.status < 500, isDone(answer) ? '' : answer.body.slice(0, 600)]).toEqual([
      name,
      true,
      isNeverDone ? expect.stringContaining('"status":"refused"') : '',
    ]);
    expect([name, await countForced(office)]).toEqual([name, 0]);
  });
}

test('what was sent along gave nobody a right', async () => {
  const { rows } = await office.pool.query(
    `SELECT role, region_scope AS scope FROM "user" WHERE id = ANY($1) ORDER BY role`,
    [Object.values(people)],
  );
  expect(rows).toEqual([
    { role: 'editor', scope: ['53'] },
    { role: 'reader', scope: [] },
  ]);
  expect(await prey.read('SELECT region_code FROM structure WHERE id = $1', prey.draft)).toBe('32');
  const refused = `SELECT string_agg(DISTINCT code, ' ' ORDER BY code) FROM refusal WHERE actor_id = $1`;
  expect(await prey.read(refused, people.reader)).toBe('forbidden');
  expect(await prey.read(refused, people.elsewhere)).toBe('forbidden out-of-scope');
});

test('what is no form is refused by the doors that ask for no session', async () => {
  const before = await fingerprint(office);
  for (const [name, path] of Object.entries(OPEN_ACTIONS)) {
    for (const args of NO_FORM) {
      const answer = await sendToAction(office.url + path, idOf(name), args);
      expect([name, args, answer.status, answer.body]).toEqual([name, args, 400, UNREAD_FORM]);
    }
  }
  expect(await fingerprint(office)).toBe(before);
});
