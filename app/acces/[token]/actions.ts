'use server';

import { acceptLink } from '@/lib/access/commands';
import { accessForm } from '@/lib/access/schema';
import { openFormActionOnce } from '@/lib/form-action';

export const acceptAccess = openFormActionOnce(accessForm, async (input, _who, _request, mark) => {
  await acceptLink(input, mark);
  return { goTo: '/connexion?fait=acces' };
});
