import type { FormFields } from '@/tests/support/form-fields';
import type { Prey } from './office-prey';

/** `own`: everyone may, for their own account. The others are codes of refusals. */
type Outcome = 'own' | 'forbidden' | 'out-of-scope';

export type ActionCase = {
  at: (prey: Prey) => string;
  /** An administrator who sends it is obeyed, in the order of this table. */
  typed: (prey: Prey) => FormFields | Promise<FormFields>;
  reader: Outcome;
  elsewhere: Outcome;
  /** It takes what a test cannot have. */
  isNeverDone?: true;
};

export const fields = (typed: Readonly<Record<string, string>>): FormFields => Object.entries(typed);
const PASSWORD_FIELD = { currentPassword: 'girafe tambour lundi' };

export const administering = { reader: 'forbidden', elsewhere: 'forbidden' } as const;
const owning = { reader: 'own', elsewhere: 'own' } as const;

const USER = 'app/admin/utilisateurs/[number]/actions.ts';
const ACCOUNT = 'app/admin/mon-compte/actions.ts';

const onUser = { at: ({ userNumber }: Prey) => `/admin/utilisateurs/${userNumber}`, ...administering };
const onAccount = { at: () => '/admin/mon-compte', ...owning };
const preyUser = async ({ userId, read }: Prey) =>
  fields({ userId, version: await read('SELECT version FROM "user" WHERE id = $1', userId) });

export const ACCOUNT_ACTIONS: Readonly<Record<string, ActionCase>> = {
  'app/admin/utilisateurs/actions.ts#inviteUser': {
    at: () => '/admin/utilisateurs',
    typed: () => fields({ email: 'force@exemple.fr', role: 'administrator', portee: 'france' }),
    ...administering,
  },
  'app/admin/utilisateurs/actions.ts#revokeInvitation': {
    at: () => '/admin/utilisateurs',
    typed: async ({ read }) =>
      fields({ linkId: await read(`SELECT id FROM access_link WHERE email = 'force@exemple.fr'`) }),
    ...administering,
  },
  [`${USER}#changeRole`]: {
    ...onUser,
    typed: async (prey) => [...(await preyUser(prey)), ...fields({ role: 'administrator', portee: 'france' })],
  },
  [`${USER}#resetSecondFactor`]: { ...onUser, typed: preyUser },
  [`${USER}#makeResetLink`]: { ...onUser, typed: preyUser },
  [`${USER}#disableUser`]: { ...onUser, typed: preyUser },
  [`${USER}#enableUser`]: { ...onUser, typed: preyUser },
  [`${USER}#forgetUser`]: { ...onUser, typed: async (prey) => [...(await preyUser(prey)), ['confirm', 'oui']] },
  [`${ACCOUNT}#startSecondFactor`]: { ...onAccount, typed: () => fields(PASSWORD_FIELD) },
  [`${ACCOUNT}#confirmSecondFactor`]: { ...onAccount, typed: () => fields({ code: '000000' }), isNeverDone: true },
  [`${ACCOUNT}#renewRecoveryCodes`]: { ...onAccount, typed: () => fields(PASSWORD_FIELD), isNeverDone: true },
  [`${ACCOUNT}#abandonSecondFactor`]: { ...onAccount, typed: () => [] },
  [`${ACCOUNT}#removeSecondFactor`]: { ...onAccount, typed: () => fields(PASSWORD_FIELD) },
  [`${ACCOUNT}#changePassword`]: {
    ...onAccount,
    typed: () => fields({ ...PASSWORD_FIELD, password: 'autre girafe lundi', passwordAgain: 'autre girafe lundi' }),
  },
  [`${ACCOUNT}#endAllSessions`]: { ...onAccount, typed: () => [] },
};
