import type { FormFields } from '@/tests/support/form-fields';
import { type Office, PASSWORD } from './office-site';
import { type Answer, callAction, enter } from './office-visitor';

export type ShutOut = Readonly<Record<string, string>>;

const ACCOUNT = '/admin/mon-compte';

async function expectAnswer(answer: Promise<Answer>, accepted: (answer: Answer) => boolean) {
  const given = await answer;
  if (!accepted(given)) throw new Error(`The session does not end: ${given.status} ${given.body.slice(0, 300)}`);
}

const leadsToDoor = ({ location }: Answer) => location.startsWith('/connexion');

export async function shutOut(office: Office, actions: ReadonlyMap<string, string>): Promise<ShutOut> {
  const { url, pool, addUser } = office;
  const call = (action: string, path: string, cookie: string, fields: FormFields = []) =>
    callAction(url + path, actions.get(action) ?? '', fields, { cookie });
  const newcomer = async () => {
    const { id, email } = await addUser('administrator');
    return { id, email, cookie: await enter(url, email) };
  };
  const [disabled, left, ended, changed] = [await newcomer(), await newcomer(), await newcomer(), await newcomer()];
  await pool.query(`UPDATE "user" SET disabled_at = now() WHERE id = $1`, [disabled.id]);
  await expectAnswer(call('app/connexion/actions.ts#signOut', ACCOUNT, left.cookie), leadsToDoor);
  const elsewhere = await enter(url, ended.email);
  await expectAnswer(call('app/admin/mon-compte/actions.ts#endAllSessions', ACCOUNT, elsewhere), leadsToDoor);
  const other = await enter(url, changed.email);
  const [password, passwordAgain] = ['autre girafe mardi', 'autre girafe mardi'];
  const typed = Object.entries({ currentPassword: PASSWORD, password, passwordAgain });
  await expectAnswer(call('app/admin/mon-compte/actions.ts#changePassword', ACCOUNT, other, typed), ({ body }) =>
    body.includes('Le mot de passe est changé'),
  );
  return {
    'without a session': '',
    'with a forged session': 'fabriques.session_token=x.y',
    'with a session just disabled': disabled.cookie,
    'with the cookie of before signing out': left.cookie,
    'with a cookie of before signing out everywhere': ended.cookie,
    'with the cookie of before a change of password': changed.cookie,
  };
}
