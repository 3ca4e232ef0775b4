'use server';

import * as awards from '@/lib/awards/commands';
import { additionForm } from '@/lib/awards/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { awardHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';

export const addAward = formAction('award:edit', additionForm, async (addition, who) => {
  await awards.addAward(addition, who);
  emptyDirectoryCache();
  return { goTo: `${awardHref(addition)}?fait=ajoutee` };
});
