'use server';

import * as awards from '@/lib/awards/commands';
import { pickHref } from '@/lib/awards/pick-filter';
import { pickForm } from '@/lib/awards/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { waveHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';

export const addManyAwards = formAction('award:edit', pickForm, async (asked, who) => {
  if (asked.kind === 'search') return { goTo: pickHref(asked.waveId, asked) };
  const { batchId } = await awards.addManyAwards(asked, who);
  emptyDirectoryCache();
  return { goTo: `${waveHref(asked.waveId)}?lot=${batchId}` };
});
