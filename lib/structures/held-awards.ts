import { getDb } from '@/lib/database/db';

export const listHeldAwards = (structureId: string) =>
  getDb().award.findMany({
    where: { structureId },
    select: { id: true, label: true, sourceUrl: true, wave: { select: { id: true, label: true } } },
    orderBy: [{ wave: { rank: 'asc' } }, { id: 'asc' }],
    take: 50,
  });

export type HeldAward = Awaited<ReturnType<typeof listHeldAwards>>[number];
