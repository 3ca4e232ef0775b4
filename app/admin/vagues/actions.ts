'use server';

import { emptyDirectoryCache } from '@/lib/cache';
import { waveHref } from '@/lib/domain/office-href';
import { formAction } from '@/lib/forms/form-action';
import * as waves from '@/lib/waves/commands';
import { newWaveForm, waveReopeningForm } from '@/lib/waves/schema';

export const createWave = formAction('wave:edit', newWaveForm, async (wave, who) => {
  await waves.createWave(wave, who);
  emptyDirectoryCache();
  return { goTo: `${waveHref(wave.id)}?fait=ouverte` };
});

export const reopenWave = formAction('wave:edit', waveReopeningForm, async (wave, who) => {
  await waves.reopenWave(wave, who);
  emptyDirectoryCache();
  return { goTo: `${waveHref(wave.waveId)}?fait=retablie` };
});
