'use server';

import { leave } from '@/lib/auth/sign-in';
import { formAction } from '@/lib/forms/form-action';
import * as account from '@/lib/users/account/commands';
import { codeForm, nothing, ownPasswordForm, passwordForm } from '@/lib/users/account/schema';
import { confirmOwnPassword } from '@/lib/users/password';

export const changePassword = formAction(
  'account:own',
  passwordForm,
  async ({ currentPassword, password }, who, request) => {
    await confirmOwnPassword(who, currentPassword, request);
    await account.changePassword(password, who);
    return { message: 'Le mot de passe est changé. Vos autres sessions sont closes.' };
  },
);

export const startSecondFactor = formAction(
  'account:own',
  ownPasswordForm,
  async ({ currentPassword }, who, request) => {
    await confirmOwnPassword(who, currentPassword, request);
    await account.startSecondFactor(who);
    return {};
  },
);

export const abandonSecondFactor = formAction('account:own', nothing, async (_, who) => {
  await account.abandonSecondFactor(who);
  return {};
});

export const confirmSecondFactor = formAction('account:own', codeForm, async ({ code }, who) => ({
  message: 'La double authentification est en place. Un code sera demandé à chaque connexion.',
  result: { codes: await account.confirmSecondFactor(code, who) },
}));

export const renewRecoveryCodes = formAction(
  'account:own',
  ownPasswordForm,
  async ({ currentPassword }, who, request) => {
    await confirmOwnPassword(who, currentPassword, request);
    return {
      message: 'Voici de nouveaux codes. Les anciens ne servent plus.',
      result: { codes: await account.renewRecoveryCodes(who) },
    };
  },
);

export const removeSecondFactor = formAction(
  'account:own',
  ownPasswordForm,
  async ({ currentPassword }, who, request) => {
    await confirmOwnPassword(who, currentPassword, request);
    await account.removeSecondFactor(who);
    return { goTo: '/admin/mon-compte?fait=sans-second-facteur' };
  },
);

export const endAllSessions = formAction('account:own', nothing, async (_, who, request) => {
  await account.endAllSessions(who);
  await leave(request);
  return { goTo: '/connexion' };
});
