'use server';

import { acceptLink } from '@/lib/access/commands';
import { accessForm } from '@/lib/access/schema';
import { openFormAction } from '@/lib/form-action';

export const acceptAccess = openFormAction(accessForm, async (input) => {
  await acceptLink(input);
  return { goTo: '/connexion?fait=acces' };
});
