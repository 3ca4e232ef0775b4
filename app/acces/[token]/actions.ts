'use server';

import { acceptLink } from '@/lib/access/commands';
import { accessForm } from '@/lib/access/schema';
import { knowDeviceOfLink } from '@/lib/auth/visitor';
import { openFormActionOnce } from '@/lib/form-action';

export const acceptAccess = openFormActionOnce(accessForm, async (input, _who, request, mark) => {
  const userId = await acceptLink(input, mark);
  await knowDeviceOfLink(userId, request);
  return { goTo: '/connexion?fait=acces' };
});
