import { recordAudit } from '@/lib/audit/record';
import { toDate } from '@/lib/database/days';
import { sql } from '@/lib/database/db';
import { stateOf } from '@/lib/domain/structure-state';
import { DomainError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { Prisma } from '@/prisma/generated/client';
import { type EditedStructure, readEdited } from './edited';
import { type Patch, type StructureFacts, tellChange } from './facts';
import { missingToPublish } from './rules';
import { freeSlug } from './slug';

export type Tx = Prisma.TransactionClient;

/** The structure of an id, locked until the end of the transaction; null for none. */
export async function holdStructure(tx: Tx, id: string): Promise<EditedStructure | null> {
  await tx.$executeRaw(sql`SELECT 1 FROM structure WHERE id = ${id} FOR UPDATE`);
  return readEdited(tx, id);
}

/** The structure to change, locked until the end of the transaction. */
export async function findForEdit(tx: Tx, id: string): Promise<EditedStructure> {
  const structure = await holdStructure(tx, id);
  if (!structure) throw new DomainError('structure-unknown');
  return structure;
}

/** Refuses someone who may not touch each of these régions. */
export function refuseOutOfScope(actor: Actor, permission: Permission, regionCodes: readonly string[]) {
  if (!mayAct(actor, permission, regionCodes)) throw new DomainError('out-of-scope');
}

export async function findCommuneOf(tx: Tx, code: string) {
  const commune = await tx.commune.findUnique({ where: { code }, select: { name: true, regionCode: true } });
  if (!commune) throw new DomainError('commune-unknown', 'commune');
  return commune;
}

export type How = {
  action: `structure.${string}`;
  permission: Permission;
  batchId?: string;
};

/** Replaces what the structure rests on, when it changes. */
export async function writeSources(tx: Tx, id: string, sources: StructureFacts['sources']) {
  await tx.structureSource.deleteMany({ where: { structureId: id } });
  await tx.structureSource.createMany({
    data: sources.map(({ publishedOn, ...source }) => ({
      ...source,
      structureId: id,
      publishedOn: toDate(publishedOn),
    })),
  });
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** Columns of a patch: the dates as instants, sources left apart, what is not said untouched. */
function columnsOf({ sources: _, publishedAt, archivedAt, ...columns }: Patch): Prisma.StructureUncheckedUpdateInput {
  return {
    ...columns,
    ...(publishedAt !== undefined && { publishedAt: instant(publishedAt) }),
    ...(archivedAt !== undefined && { archivedAt: instant(archivedAt) }),
  };
}

/**
 * Writes a change of a locked structure: scope before and after, what a public record must keep, address, journal,
 * version. Gives the version that is then saved; nothing is written when nothing differs.
 */
export async function applyChange(
  tx: Tx,
  actor: Actor,
  structure: EditedStructure,
  patch: Patch,
  { action, permission, batchId }: How,
): Promise<number> {
  const { id, version, facts, contact, dates, regionCode, communeName } = structure;
  const next = { ...facts, ...contact, ...dates, ...patch };
  const hasMoved = next.communeCode !== facts.communeCode;
  const commune = hasMoved ? await findCommuneOf(tx, next.communeCode) : { name: communeName, regionCode };
  refuseOutOfScope(actor, permission, [regionCode, commune.regionCode]);
  // The density grid is that of the commune left behind.
  const change: Patch = hasMoved && patch.densityLevel === undefined ? { ...patch, densityLevel: null } : patch;
  const told = tellChange({ ...facts, ...contact, ...dates }, change);
  if (!told) return version;
  if (stateOf(next) === 'published' && missingToPublish(next, structure.awardCount).length > 0) {
    throw new DomainError('structure-incomplete', next.sources.length === 0 ? 'sources' : undefined);
  }
  const isRenamed = hasMoved || next.name !== facts.name;
  await tx.structure.update({
    where: { id },
    data: {
      ...columnsOf(change),
      ...(isRenamed && { slug: await freeSlug(tx, { id, name: next.name, communeName: commune.name }) }),
      version: version + 1,
      updatedAt: new Date(),
    },
  });
  if (change.sources) await writeSources(tx, id, change.sources);
  await recordAudit(tx, actor, {
    action,
    subjectKind: 'structure',
    subjectId: id,
    before: { ...told.before, version },
    after: { ...told.after, version: version + 1 },
    ...(batchId && { batchId }),
  });
  return version + 1;
}
