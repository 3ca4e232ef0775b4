import { MOST_STRANGERS_BYTES } from '@/lib/forms/form-limit';
import { hostileForms, sendAtOnce } from '../support/hostile-forms';
import { OFFICE_ACTIONS, OPEN_ACTIONS } from '../support/office-action-cases';
import { listBuiltActions } from '../support/office-actions';
import { addPrey, type Prey } from '../support/office-prey';
import { expect, test, useOffice } from '../support/office-site';
import { type Answer, askOnce, enter } from '../support/office-visitor';

// `npm run trials` sends fifty at once to every door; a few to some of them tell as much of each kind.
const AT_ONCE = Number(process.env.HOSTILE_AT_ONCE ?? 2);
const IS_TRIAL = AT_ONCE > 2;
/** Well below what anyone may post, and as much as who is signed in may. */
const SMALL = MOST_STRANGERS_BYTES - 2_000;
const LARGE = 900_000;

test.describe.configure({ mode: 'serial', timeout: IS_TRIAL ? 3_600_000 : 400_000 });

const office = useOffice();
let prey: Prey;
let ids: ReadonlyMap<string, string>;
let cookie: string;

test.beforeAll(async () => {
  prey = await addPrey(office);
  ids = await listBuiltActions();
  const { email } = await office.addUser('administrator');
  cookie = await enter(office.url, email);
});

const errorLines = () => office.output().match(/"level":"error"/g)?.length ?? 0;

const isRefusal = ({ status, headers, body }: Answer) =>
  [400, 413, 503].includes(status) &&
  body.includes('rien n’a été enregistré') &&
  (status !== 503 || Number(headers['retry-after']) > 0);

/** A site that needed more memory than it is given would have died, and nothing starts it again here. */
async function attack(name: string, path: string, sizes: readonly number[], cookies = '') {
  const action = ids.get(name) ?? '';
  expect(action, name).not.toBe('');
  const errors = errorLines();
  for (const bytes of sizes)
    for (const isLive of [true, false])
      for (const [kind, form] of Object.entries(hostileForms(action, isLive, bytes))) {
        const words = `${kind} of ${bytes} bytes, ${isLive ? 'live' : 'plain'}, to ${path}`;
        const answers = await sendAtOnce(AT_ONCE, form, { base: office.url, path, action, isLive, cookie: cookies });
        const others = answers.filter((answer) => !isRefusal(answer));
        expect(
          others.map(({ status, body }) => [status, body.slice(0, 200)]),
          words,
        ).toEqual([]);
        expect((await askOnce(office.url, '/api/sante')).status, words).toBe(200);
      }
  expect(errorLines(), path).toBe(errors);
}

for (const [name, path] of Object.entries(OPEN_ACTIONS).slice(0, IS_TRIAL ? undefined : 1)) {
  test(`the open door ${name} of ${path} refuses what no page sends`, () => attack(name, path, [SMALL, LARGE]));
}

test('so do pages without a form, and addresses without a page', async () => {
  const name = 'app/connexion/actions.ts#signIn';
  for (const path of IS_TRIAL ? ['/', '/fabriques?q=a', '/admin', '/nulle-part'] : ['/nulle-part'])
    await attack(name, path, IS_TRIAL ? [SMALL, LARGE] : [SMALL]);
});

for (const [name, { at }] of Object.entries(OFFICE_ACTIONS).slice(0, IS_TRIAL ? undefined : 1)) {
  test(`the office refuses it from who is signed in, at ${name}`, () => attack(name, at(prey), [LARGE], cookie));
}

test('and who has an account still enters', async () => {
  const { email } = await office.addUser('administrator');
  expect(await enter(office.url, email)).not.toBe('');
});
