import { randomBytes } from 'node:crypto';
import type { FormFields } from '@/tests/support/form-fields';
import { OPEN_ACTIONS } from '../support/office-action-cases';
import { listBuiltActions } from '../support/office-actions';
import { withMail } from '../support/office-mail';
import { fingerprint } from '../support/office-prey';
import { expect, type Office, PASSWORD, test } from '../support/office-site';
import { type Answer, callAction, postAction } from '../support/office-visitor';

const STRANGER = 'inconnue@exemple.fr';

const SENT: Record<string, { typed: () => FormFields; answered: (answer: Answer) => boolean }> = {
  'app/acces/[token]/actions.ts#acceptAccess': {
    typed: () =>
      Object.entries({
        token: randomBytes(32).toString('base64url'),
        name: 'Inconnue',
        email: STRANGER,
        password: PASSWORD,
        passwordAgain: PASSWORD,
      }),
    answered: ({ body }) => body.includes('Ce lien n’est plus valable') || body.includes('Ce lien ne sert plus'),
  },
  'app/connexion/actions.ts#signIn': {
    typed: () => Object.entries({ email: STRANGER, password: PASSWORD }),
    answered: ({ body }) => body.includes('n’est pas le bon'),
  },
  'app/connexion/actions.ts#giveCode': {
    typed: () => [['code', '123456']],
    answered: ({ body }) => body.includes('recommencez la connexion'),
  },
  'app/connexion/actions.ts#askForNewPassword': {
    typed: () => [['email', STRANGER]],
    answered: ({ body }) => body.includes('un lien vient de lui être envoyé'),
  },
  'app/connexion/actions.ts#signOut': {
    typed: () => [],
    answered: ({ location }) => location.startsWith('/connexion'),
  },
};

async function rowsOf(office: Office): Promise<string> {
  const { rows } = await office.pool.query<{ count: string }>(
    'SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM verification) + (SELECT count(*) FROM refusal) AS count',
  );
  return `${await fingerprint(office)} ${rows[0]?.count}`;
}

test('what a stranger sends to the doors that ask for no session leaves no row, accepted or not', async () => {
  await withMail(async (office) => {
    const actions = await listBuiltActions();
    await office.addUser('administrator');
    expect(Object.keys(SENT).toSorted()).toEqual(Object.keys(OPEN_ACTIONS).toSorted());
    const before = await rowsOf(office);
    for (const [name, { typed, answered }] of Object.entries(SENT)) {
      const url = office.url + OPEN_ACTIONS[name];
      for (const send of [callAction, postAction]) {
        for (const cookie of [undefined, 'fabriques.session_token=x.y']) {
          const answer = await send(url, actions.get(name) ?? '', typed(), { cookie });
          // Without JavaScript a page shows the answer of its own form alone.
          const isAnswered = send === callAction ? answered(answer) : answer.status < 500;
          expect([name, send.name, isAnswered ? '' : answer.body.slice(0, 600)]).toEqual([name, send.name, '']);
          expect([name, send.name, await rowsOf(office)]).toEqual([name, send.name, before]);
        }
      }
    }
  });
});
