'use server';

import * as batches from '@/lib/batches/commands';
import { batchReference } from '@/lib/batches/schema';
import { emptyDirectoryCache } from '@/lib/cache';
import { waveHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';
import * as waves from '@/lib/waves/commands';
import { waveForm, waveRemovalForm, waveRestoreForm } from '@/lib/waves/schema';

export const saveWave = formAction('wave:edit', waveForm, async (wave, who) => {
  await waves.saveWave(wave, who);
  emptyDirectoryCache();
  return { message: 'La vague est enregistrée. Le site la montre ainsi dès la prochaine page ouverte.' };
});

export const deleteWave = formAction('wave:edit', waveRemovalForm, async (wave, who) => {
  await waves.deleteWave(wave, who);
  emptyDirectoryCache();
  return { goTo: '/admin/vagues?fait=supprimee' };
});

export const restoreWave = formAction('wave:edit', waveRestoreForm, async (version, who) => {
  await waves.restoreWave(version, who);
  emptyDirectoryCache();
  return { goTo: `${waveHref(version.waveId)}?fait=revenue` };
});

export const revertAwardBatch = formAction('award:edit', batchReference, async ({ batchId }, who) => {
  const back = await batches.revertAwardBatch(batchId, who);
  emptyDirectoryCache();
  return { goTo: `${waveHref(back.waveId)}?lot=${back.batchId}` };
});
