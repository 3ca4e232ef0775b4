'use server';

import { formAction } from '@/lib/forms/form-action';
import * as users from '@/lib/users/commands';
import { handOver, resetLetter } from '@/lib/users/handover';
import { getUserById } from '@/lib/users/queries';
import { forgetForm, linkRequest, roleForm, userReference } from '@/lib/users/schema';

/** The button pressed gives way to its opposite: the page itself tells what was done. */
const backTo = async (userId: string, done: string) => {
  const { number } = await getUserById(userId);
  return { goTo: `/admin/utilisateurs/${number}?fait=${done}` };
};

export const changeRole = formAction('user:manage', roleForm, async (change, who) => {
  await users.changeRole(change, who);
  // The page that was open is an administrator's.
  if (change.userId === who.id) return { goTo: '/admin/mon-compte?fait=role' };
  return { message: 'Le rôle est enregistré. Il vaut dès la prochaine page ouverte par cette personne.' };
});

export const disableUser = formAction('user:manage', userReference, async (user, who) => {
  await users.disableUser(user, who);
  return backTo(user.userId, 'suspendu');
});

export const enableUser = formAction('user:manage', userReference, async (user, who) => {
  await users.enableUser(user, who);
  return backTo(user.userId, 'retabli');
});

export const resetSecondFactor = formAction('user:manage', userReference, async (user, who) => {
  await users.resetSecondFactor(user, who);
  return backTo(user.userId, 'sans-second-facteur');
});

export const makeResetLink = formAction('user:manage', linkRequest, async ({ userId }, who) => {
  const token = await users.makeResetLink(userId, who);
  const user = await getUserById(userId);
  return handOver(token, resetLetter(user.email));
});

export const forgetUser = formAction('user:manage', forgetForm, async (user, who) => {
  await users.forgetUser(user, who);
  return { goTo: '/admin/utilisateurs?fait=compte-oublie' };
});
