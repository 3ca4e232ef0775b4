'use server';

import { knowDeviceOfLink } from '@/lib/auth/visitor';
import { openFormActionOnce } from '@/lib/forms/form-action';
import { logUnexpectedError } from '@/lib/http/error-log';
import { acceptLink } from '@/lib/users/access/commands';
import { accessForm } from '@/lib/users/access/schema';

export const acceptAccess = openFormActionOnce(accessForm, async (input, _who, request, mark) => {
  const userId = await acceptLink(input, mark);
  // The account is written by now: what follows is a convenience.
  await knowDeviceOfLink(userId, request).catch(logUnexpectedError);
  return { goTo: '/connexion?fait=acces' };
});
