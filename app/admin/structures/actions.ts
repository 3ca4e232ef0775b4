'use server';

import * as batches from '@/lib/batches/commands';
import { bulkForm, viewedBatchReference } from '@/lib/batches/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { formAction } from '@/lib/forms/form-action';
import { officeHref } from '@/lib/structures/office-filter';

export const changeSelection = formAction('structure:edit', bulkForm, async (form, who) => {
  const { batchId } =
    form.intention === 'publier'
      ? await batches.publishStructures(form.selection, who)
      : form.intention === 'archiver'
        ? await batches.archiveStructures(form.selection, who)
        : await batches.changeTerritories(form.selection, form.territory, who);
  emptyDirectoryCache();
  return { goTo: officeHref(form.view, batchId) };
});

export const revertBatch = formAction('structure:edit', viewedBatchReference, async ({ batchId, view }, who) => {
  const back = await batches.revertBatch(batchId, who);
  emptyDirectoryCache();
  return { goTo: officeHref(view, back.batchId) };
});
