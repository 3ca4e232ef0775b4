'use server';

import * as awards from '@/lib/awards/commands';
import { awardForm, removalForm, restoreForm } from '@/lib/awards/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { awardHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';

export const saveAward = formAction('instalment:edit', awardForm, async (award, who) => {
  await awards.saveAward(award, who);
  emptyDirectoryCache();
  return { message: award.isPlanning ? 'Les versements sont prévus.' : 'La labellisation est enregistrée.' };
});

export const removeAward = formAction('award:edit', removalForm, async (award, who) => {
  await awards.removeAward(award, who);
  emptyDirectoryCache();
  return { goTo: `${awardHref(award)}?fait=retiree` };
});

export const restoreAward = formAction('award:edit', restoreForm, async (version, who) => {
  await awards.restoreAward(version, who);
  emptyDirectoryCache();
  return { goTo: `${awardHref(version)}?fait=revenue` };
});
