'use server';

import { emptyDirectoryCache } from '@/lib/cache';
import { formAction } from '@/lib/form-action';
import * as waves from '@/lib/waves/commands';
import { newWaveForm } from '@/lib/waves/schema';

export const createWave = formAction('wave:edit', newWaveForm, async (wave, who) => {
  await waves.createWave(wave, who);
  emptyDirectoryCache();
  return { goTo: `/admin/vagues/${wave.id}?fait=ouverte` };
});
