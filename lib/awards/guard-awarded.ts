import { notFound } from 'next/navigation';
import { cache } from 'react';
import { guardPage } from '@/lib/auth/guard-page';
import { covers } from '@/lib/permissions/policy';
import { getAwardedStructure } from './queries';

export const guardAwarded = cache(async (structureId: string) => {
  const who = await guardPage('draft:read');
  const structure = await getAwardedStructure(structureId);
  if (!structure || !covers(who, [structure.regionCode])) notFound();
  return { who, structure };
});
