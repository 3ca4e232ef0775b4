'use server';

import * as awards from '@/lib/awards/commands';
import { manyForm } from '@/lib/awards/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { formAction } from '@/lib/form-action';

export const addManyAwards = formAction('award:edit', manyForm, async (many, who) => {
  const { batchId } = await awards.addManyAwards(many, who);
  emptyDirectoryCache();
  return { goTo: `/admin/vagues/${many.waveId}?lot=${batchId}` };
});
