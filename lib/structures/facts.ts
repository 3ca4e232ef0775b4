import type { RecordSource } from '@/lib/domain/record-source';
import { groupsOf } from '@/lib/fields/field';
import { type Difference, differenceOf } from '@/lib/versions/difference';
import type { Structure } from '@/prisma/generated/client';
import {
  type ContactField,
  type FactGroup,
  isContact,
  STRUCTURE_FIELD_NAMES,
  STRUCTURE_FIELDS,
  type StructureField,
} from './fields';

type Column = Exclude<StructureField, 'sources'>;

export const WRITTEN_COLUMNS = Object.fromEntries(
  STRUCTURE_FIELD_NAMES.filter((name) => name !== 'sources').map((name) => [name, true]),
) as Record<Column, true>;

export type StructureFacts = Pick<Structure, Exclude<Column, ContactField>> & { sources: RecordSource[] };
export type StructureContact = Pick<Structure, ContactField>;
/** ISO instants, as the journal keeps them. */
export type StructureDates = { publishedAt: string | null; archivedAt: string | null };

export type Patch = Partial<StructureFacts & StructureContact & StructureDates>;

/** What stands or falls together: a position is no longitude without its precision. */
const FACT_GROUPS = groupsOf<StructureField>(STRUCTURE_FIELDS) as ReadonlyMap<FactGroup, readonly StructureField[]>;
export const FACT_GROUP_NAMES = [...FACT_GROUPS.keys()];

export const fieldsOf = (group: FactGroup): readonly StructureField[] => FACT_GROUPS.get(group) ?? [];

export function tellChange(before: Patch, patch: Patch): Difference | null {
  const names = Object.keys(patch);
  const isContactChanged = differenceOf(before, patch, names.filter(isContact)) !== null;
  const facts = differenceOf(
    before,
    patch,
    names.filter((name) => !isContact(name)),
  );
  if (!isContactChanged) return facts;
  return { before: { ...facts?.before }, after: { ...facts?.after, contact: 'changed' } };
}

/** One order everywhere, so that an order alone is never a change. */
export const sortSources = (sources: readonly RecordSource[]): RecordSource[] =>
  sources.toSorted(
    (one, other) =>
      (other.publishedOn ?? '').localeCompare(one.publishedOn ?? '') ||
      one.title.localeCompare(other.title, 'fr') ||
      (one.url < other.url ? -1 : 1),
  );
