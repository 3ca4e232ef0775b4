import { dayOf } from '@/lib/database/days';
import { type StructureState, stateOf } from '@/lib/domain/structure-state';
import type { Prisma } from '@/prisma/generated/client';
import { type StructureContact, type StructureDates, type StructureFacts, sortSources, WRITTEN_COLUMNS } from './facts';

// One relation a level: several would be read at once, and a transaction has one connection.
const SELECT = {
  ...WRITTEN_COLUMNS,
  id: true,
  slug: true,
  version: true,
  regionCode: true,
  publishedAt: true,
  archivedAt: true,
  firstPublishedAt: true,
  updatedAt: true,
  commune: { select: { name: true, departmentCode: true, region: { select: { name: true } } } },
  _count: { select: { awards: true } },
} satisfies Prisma.StructureSelect;

const SOURCE = { url: true, title: true, publishedOn: true } satisfies Prisma.StructureSourceSelect;

type Row = Prisma.StructureGetPayload<{ select: typeof SELECT }>;
type SourceRow = Prisma.StructureSourceGetPayload<{ select: typeof SOURCE }>;

export type EditedStructure = {
  id: string;
  slug: string;
  version: number;
  state: StructureState;
  regionCode: string;
  regionName: string;
  communeName: string;
  departmentCode: string;
  awardCount: number;
  wasPublished: boolean;
  updatedAt: Date;
  facts: StructureFacts;
  contact: StructureContact;
  dates: StructureDates;
};

function toEdited(row: Row, sources: SourceRow[]): EditedStructure {
  const { commune, _count, publishedAt, archivedAt, firstPublishedAt, ...columns } = row;
  const { id, slug, version, regionCode, updatedAt, ...written } = columns;
  const { contactName, contactEmail, contactPhone, contactPublished, ...facts } = written;
  return {
    id,
    slug,
    version,
    regionCode,
    updatedAt,
    state: stateOf({ publishedAt, archivedAt }),
    regionName: commune.region.name,
    communeName: commune.name,
    departmentCode: commune.departmentCode,
    awardCount: _count.awards,
    wasPublished: firstPublishedAt !== null,
    facts: {
      ...facts,
      sources: sortSources(sources.map(({ publishedOn, ...one }) => ({ ...one, publishedOn: dayOf(publishedOn) }))),
    },
    contact: { contactName, contactEmail, contactPhone, contactPublished },
    dates: { publishedAt: publishedAt?.toISOString() ?? null, archivedAt: archivedAt?.toISOString() ?? null },
  };
}

type Reader = Pick<Prisma.TransactionClient, 'structure' | 'structureSource'>;

export async function readAllEdited(db: Reader, ids: readonly string[]): Promise<EditedStructure[]> {
  const rows = await db.structure.findMany({ where: { id: { in: [...ids] } }, select: SELECT, orderBy: { id: 'asc' } });
  const sources = await db.structureSource.findMany({
    where: { structureId: { in: [...ids] } },
    select: { ...SOURCE, structureId: true },
  });
  const byStructure = new Map<string, SourceRow[]>();
  for (const { structureId, ...source } of sources) {
    byStructure.set(structureId, [...(byStructure.get(structureId) ?? []), source]);
  }
  return rows.map((row) => toEdited(row, byStructure.get(row.id) ?? []));
}

export const readEdited = async (db: Reader, id: string): Promise<EditedStructure | null> =>
  (await readAllEdited(db, [id]))[0] ?? null;
