import { notFound } from 'next/navigation';
import { cache } from 'react';
import { guardPage } from '@/lib/auth/guard-page';
import { getEditedWave } from './office-queries';

export const guardWave = cache(async (id: string) => {
  const who = await guardPage('draft:read');
  const wave = await getEditedWave(id);
  if (!wave) notFound();
  return { who, wave };
});
