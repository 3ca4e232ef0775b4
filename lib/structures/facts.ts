import type { Prisma } from '@/prisma/generated/client';
import type { RecordSource } from './record';

/** The columns that staff write, sources left apart. */
export const FACT_COLUMNS = {
  name: true,
  officialName: true,
  siret: true,
  rna: true,
  communeCode: true,
  address: true,
  postcode: true,
  longitude: true,
  latitude: true,
  positionPrecision: true,
  geocodingScore: true,
  geocodingSource: true,
  territory: true,
  territoryBasis: true,
  densityLevel: true,
  qpvName: true,
  website: true,
  description: true,
  descriptionSourceUrl: true,
} as const satisfies Prisma.StructureSelect;

export const CONTACT_COLUMNS = {
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  contactPublished: true,
} as const satisfies Prisma.StructureSelect;

type Columns = Prisma.StructureGetPayload<{ select: typeof FACT_COLUMNS }>;

/** What a version of a structure says, contact left apart: the journal holds all of it. */
export type StructureFacts = Columns & { sources: RecordSource[] };
export type StructureContact = Prisma.StructureGetPayload<{ select: typeof CONTACT_COLUMNS }>;
/** ISO instants, as the journal keeps them. */
export type StructureDates = { publishedAt: string | null; archivedAt: string | null };

/** What a change may write, all or part of it. */
export type Patch = Partial<StructureFacts & StructureContact & StructureDates>;

/** What stands or falls together, in the order of the form: a position is no longitude without its precision. */
export const FACT_GROUPS = {
  name: ['name'],
  officialName: ['officialName'],
  siret: ['siret'],
  rna: ['rna'],
  commune: ['communeCode'],
  address: ['address'],
  postcode: ['postcode'],
  position: ['longitude', 'latitude', 'positionPrecision', 'geocodingScore', 'geocodingSource'],
  territory: ['territory', 'territoryBasis', 'qpvName'],
  website: ['website'],
  description: ['description'],
  descriptionSourceUrl: ['descriptionSourceUrl'],
  contact: ['contactName', 'contactEmail', 'contactPhone', 'contactPublished'],
  sources: ['sources'],
} as const satisfies Record<string, readonly (keyof Patch)[]>;
export type FactGroup = keyof typeof FACT_GROUPS;
export const FACT_GROUP_NAMES = Object.keys(FACT_GROUPS) as FactGroup[];

const CONTACT = new Set<string>(Object.keys(CONTACT_COLUMNS));
export const isContact = (name: string): boolean => CONTACT.has(name);

/** Values are plain data: two of them are the same when they are written the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Facts = Record<string, Prisma.InputJsonValue | null>;

/** What changes, as the journal tells it: only the fields that differ, and of a contact only that it did. */
export function tellChange(before: Patch, patch: Patch): { before: Facts; after: Facts } | null {
  const told = { before: {} as Facts, after: {} as Facts };
  let isChanged = false;
  for (const [name, value] of Object.entries(patch)) {
    const former = before[name as keyof Patch];
    if (isSame(former ?? null, value)) continue;
    isChanged = true;
    if (isContact(name)) told.after.contact = 'changed';
    else {
      told.before[name] = (former ?? null) as Prisma.InputJsonValue | null;
      told.after[name] = value as Prisma.InputJsonValue | null;
    }
  }
  return isChanged ? told : null;
}

/** The latest first, undated ones last: one order everywhere, so that an order alone is never a change. */
export const sortSources = (sources: readonly RecordSource[]): RecordSource[] =>
  sources.toSorted(
    (one, other) =>
      (other.publishedOn ?? '').localeCompare(one.publishedOn ?? '') ||
      one.title.localeCompare(other.title, 'fr') ||
      (one.url < other.url ? -1 : 1),
  );
