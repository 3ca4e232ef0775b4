'use server';

import * as awards from '@/lib/awards/commands';
import { awardHref } from '@/lib/awards/office-href';
import { additionForm } from '@/lib/awards/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { formAction } from '@/lib/form-action';

export const addAward = formAction('award:edit', additionForm, async (addition, who) => {
  await awards.addAward(addition, who);
  emptyDirectoryCache();
  return { goTo: `${awardHref(addition)}?fait=ajoutee` };
});
