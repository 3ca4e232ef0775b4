import { type ShutOut, shutOut } from '../support/attackers';
import { listBuiltActions } from '../support/office-actions';
import { OFFICE_PAGES, type PageCase } from '../support/office-page-cases';
import { addPrey, DRAFT_NAME, FUNDED_NAME, PREY_EMAIL, type Prey, WAVE_NAME } from '../support/office-prey';
import { expect, test, useOffice } from '../support/office-site';
import { ask, contentOf, enter } from '../support/office-visitor';

// One office for the whole file: its tests follow each other.
test.describe.configure({ mode: 'default' });

const office = useOffice();
let prey: Prey;
let shut: ShutOut;
const cookies = { administrator: '', reader: '', elsewhere: '' };

test.beforeAll(async () => {
  prey = await addPrey(office);
  shut = await shutOut(office, await listBuiltActions());
  cookies.administrator = await enter(office.url, (await office.addUser('administrator')).email);
  cookies.reader = await enter(office.url, (await office.addUser('reader')).email);
  cookies.elsewhere = await enter(office.url, (await office.addUser('editor', ['53'])).email);
});

const SECRETS = [
  DRAFT_NAME,
  FUNDED_NAME,
  WAVE_NAME,
  PREY_EMAIL,
  'Changer de mot de passe',
  'Créer le brouillon',
  'Ouvrir la vague',
];
const RSC = { rsc: '1' };
const WAYS = [
  {},
  RSC,
  { ...RSC, 'next-router-prefetch': '1' },
  { ...RSC, 'next-router-prefetch': '2' },
  { ...RSC, 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { ...RSC, 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
];

const asPayload = (path: string) => path.replace(/(\?|$)/, '.rsc$1');

for (const [file, { path }] of Object.entries(OFFICE_PAGES)) {
  test(`${file} tells nothing to those who are shut out`, async () => {
    const address = path(prey);
    for (const [who, cookie] of Object.entries(shut)) {
      const isStranger = cookie === '';
      for (const way of isStranger ? WAYS : [{}, RSC]) {
        for (const asked of isStranger ? [address, asPayload(address)] : [address]) {
          const answers = await ask(office.url, asked, { ...way, cookie });
          const told = SECRETS.filter((secret) => contentOf(answers).includes(secret));
          expect([who, asked, way, told]).toEqual([who, asked, way, []]);
          for (const { status } of answers) expect(status, `${who} ${asked}`).toBeLessThan(500);
          const [door] = answers;
          if (asked === address && !('rsc' in way)) {
            const leadsTo = door?.location ? new URL(door.location, office.url).pathname : '';
            expect([who, door?.status, leadsTo]).toEqual([who, 307, '/connexion']);
          }
        }
      }
    }
  });
}

async function look({ path, secret }: PageCase, cookie: string): Promise<string> {
  const seen = new Set<string>();
  for (const way of [{}, RSC]) {
    const answers = await ask(office.url, path(prey), { ...way, cookie });
    const isTold = secret !== null && contentOf(answers).includes(secret);
    const { status = 0 } = answers.at(-1) ?? {};
    // A payload has no status of its own when the page does not exist: what it holds is what counts.
    expect(status, path(prey)).toBeLessThan(500);
    const unseen = status === 404 || 'rsc' in way ? 'nothing' : status === 200 ? 'less' : String(status);
    seen.add(isTold ? 'told' : unseen);
  }
  return [...seen].join(', ');
}

const SIGHTS = { told: 'told', less: 'less, nothing', absent: 'nothing' };

test('each page tells a reader and an editor of another région what their rights give, and no more', async () => {
  for (const [file, page] of Object.entries(OFFICE_PAGES)) {
    const admin = page.secret === null ? 'nothing' : 'told';
    expect([file, await look(page, cookies.administrator)]).toEqual([file, admin]);
    expect([file, 'reader', await look(page, cookies.reader)]).toEqual([file, 'reader', SIGHTS[page.reader]]);
    expect([file, 'elsewhere', await look(page, cookies.elsewhere)]).toEqual([
      file,
      'elsewhere',
      SIGHTS[page.elsewhere],
    ]);
  }
});
