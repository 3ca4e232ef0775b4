import { notFound } from 'next/navigation';
import { cache } from 'react';
import { guardPage } from '@/lib/auth/guard-page';
import { covers, holds } from '@/lib/permissions/policy';
import { getHistory } from './history';

const ID = /^[A-Za-z0-9-]{1,60}$/;

/** Outside the régions of who asks, a structure does not exist for them. */
export const guardStructure = cache(async (id: string) => {
  const who = await guardPage('draft:read');
  const found = ID.test(id) ? await getHistory(id) : null;
  if (!found || !covers(who, [found.structure.regionCode])) notFound();
  return { who, ...found, isReadOnly: !holds(who, 'structure:edit') };
});
