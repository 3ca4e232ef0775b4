'use server';

import { emptyDirectoryCache } from '@/lib/cache';
import { formAction } from '@/lib/forms/form-action';
import * as waves from '@/lib/waves/commands';
import { newWaveForm, waveReopeningForm } from '@/lib/waves/schema';

export const createWave = formAction('wave:edit', newWaveForm, async (wave, who) => {
  await waves.createWave(wave, who);
  emptyDirectoryCache();
  return { goTo: `/admin/vagues/${wave.id}?fait=ouverte` };
});

export const reopenWave = formAction('wave:edit', waveReopeningForm, async (wave, who) => {
  await waves.reopenWave(wave, who);
  emptyDirectoryCache();
  return { goTo: `/admin/vagues/${wave.waveId}?fait=retablie` };
});
