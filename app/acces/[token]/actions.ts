'use server';

import { acceptLink } from '@/lib/access/commands';
import { accessForm } from '@/lib/access/schema';
import { knowDeviceOfLink } from '@/lib/auth/visitor';
import { openFormActionOnce } from '@/lib/form-action';
import { logUnexpectedError } from '@/lib/http/error-log';

export const acceptAccess = openFormActionOnce(accessForm, async (input, _who, request, mark) => {
  const userId = await acceptLink(input, mark);
  // The account is written by now: what follows is a convenience.
  await knowDeviceOfLink(userId, request).catch(logUnexpectedError);
  return { goTo: '/connexion?fait=acces' };
});
