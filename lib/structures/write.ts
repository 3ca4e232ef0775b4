import { type InBatch, recordAudits } from '@/lib/audit/record';
import { toDate } from '@/lib/database/days';
import { sql } from '@/lib/database/db';
import { updateRows } from '@/lib/database/update-rows';
import type { Missing } from '@/lib/domain/publishable';
import { stateOf } from '@/lib/domain/structure-state';
import { DomainError } from '@/lib/errors';
import { isSame } from '@/lib/fields/field';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { Difference } from '@/lib/versions/difference';
import type { Prisma } from '@/prisma/generated/client';
import { type EditedStructure, readAllEdited } from './edited';
import { type Patch, type StructureFacts, tellChange } from './facts';
import { missingToPublish } from './rules';
import { freeSlug } from './slug';

export type Tx = Prisma.TransactionClient;

/** Locked until the end of the transaction, in the order of their ids; those that are gone are left out. */
export async function holdStructures(tx: Tx, ids: readonly string[]): Promise<EditedStructure[]> {
  await tx.$executeRaw(sql`SELECT 1 FROM structure WHERE id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`);
  return readAllEdited(tx, ids);
}

export async function findForEdit(tx: Tx, id: string): Promise<EditedStructure> {
  const [structure] = await holdStructures(tx, [id]);
  if (!structure) throw new DomainError('structure-unknown');
  return structure;
}

export function refuseOutOfScope(actor: Actor, permission: Permission, regionCodes: readonly string[]) {
  if (!mayAct(actor, permission, regionCodes)) throw new DomainError('out-of-scope');
}

export async function findCommuneOf(tx: Tx, code: string) {
  const commune = await tx.commune.findUnique({ where: { code }, select: { name: true, regionCode: true } });
  if (!commune) throw new DomainError('commune-unknown', 'commune');
  return commune;
}

export async function writeSources(tx: Tx, all: readonly { id: string; sources: StructureFacts['sources'] }[]) {
  await tx.structureSource.deleteMany({ where: { structureId: { in: all.map(({ id }) => id) } } });
  await tx.structureSource.createMany({
    data: all.flatMap(({ id, sources }) =>
      sources.map(({ publishedOn, ...source }) => ({ ...source, structureId: id, publishedOn: toDate(publishedOn) })),
    ),
  });
}

/** A change of a structure that the caller holds. */
export type Plan = { structure: EditedStructure; patch: Patch; permission: Permission };

type Ready = {
  structure: EditedStructure;
  told: Difference;
  patch: Patch;
  renamed: { name: string; communeName: string } | null;
};

type Unwritable = {
  structure: EditedStructure;
  code: 'commune-unknown' | 'out-of-scope' | 'structure-incomplete';
  missing: readonly Missing[];
};

type Communes = ReadonlyMap<string, { name: string; regionCode: string }>;

async function communesOf(tx: Tx, plans: readonly Plan[]): Promise<Communes> {
  const codes = new Set(
    plans.flatMap(({ structure, patch }) => (hasMoved(structure, patch) ? [patch.communeCode] : [])),
  );
  if (codes.size === 0) return new Map();
  const found = await tx.commune.findMany({
    where: { code: { in: [...codes].filter((code) => code !== undefined) } },
    select: { code: true, name: true, regionCode: true },
  });
  return new Map(found.map(({ code, ...commune }) => [code, commune]));
}

const hasMoved = ({ facts }: EditedStructure, { communeCode = facts.communeCode }: Patch) =>
  communeCode !== facts.communeCode;

function prepare({ structure, patch, permission }: Plan, actor: Actor, communes: Communes): Ready | Unwritable | null {
  const { facts, contact, dates, regionCode, communeName } = structure;
  const now = { ...facts, ...contact, ...dates };
  const next = { ...now, ...patch };
  const moved = hasMoved(structure, patch);
  const commune = moved ? communes.get(next.communeCode) : { name: communeName, regionCode };
  if (!commune) return { structure, code: 'commune-unknown', missing: [] };
  if (!mayAct(actor, permission, [regionCode, commune.regionCode]))
    return { structure, code: 'out-of-scope', missing: [] };
  // The density grid is that of the commune left behind.
  const change: Patch = moved && patch.densityLevel === undefined ? { ...patch, densityLevel: null } : patch;
  const told = tellChange(now, change);
  if (!told) return null;
  const missing = stateOf(next) === 'published' ? missingToPublish(next, structure.awardCount) : [];
  if (missing.length > 0) return { structure, code: 'structure-incomplete', missing };
  const isRenamed = moved || next.name !== facts.name;
  return { structure, told, patch: change, renamed: isRenamed ? { name: next.name, communeName: commune.name } : null };
}

export async function prepareChanges(tx: Tx, actor: Actor, plans: readonly Plan[]) {
  const communes = await communesOf(tx, plans);
  const prepared = plans.map((plan) => prepare(plan, actor, communes)).filter((one) => one !== null);
  return {
    ready: prepared.filter((one) => 'told' in one),
    refused: prepared.filter((one) => 'code' in one),
  };
}

/** Only what differs: a column that is not written keeps its triggers asleep. */
function columnsOf(
  { structure: { id, ...now }, patch: { sources: _, ...columns } }: Ready,
  more: { slug?: string } = {},
) {
  const old: Record<string, unknown> = { ...now.facts, ...now.contact, ...now.dates };
  const changed = Object.entries(columns).filter(([name, value]) => !isSame(old[name] ?? null, value ?? null));
  return { id, columns: { ...Object.fromEntries(changed), ...more } };
}

export type How = InBatch & { action: `structure.${string}` };

export async function writeChanges(tx: Tx, actor: Actor, ready: readonly Ready[], { action, batchId }: How) {
  await updateRows(
    tx,
    'structure',
    ready.filter(({ renamed }) => !renamed).map((one) => columnsOf(one)),
  );
  for (const one of ready) {
    // Each address depends on those taken just before.
    if (!one.renamed) continue;
    const slug = await freeSlug(tx, { id: one.structure.id, ...one.renamed });
    await updateRows(tx, 'structure', [columnsOf(one, { slug })]);
  }
  const resting = ready.flatMap(({ structure: { id }, told, patch: { sources } }) =>
    sources && told.after.sources ? [{ id, sources }] : [],
  );
  if (resting.length > 0) await writeSources(tx, resting);
  await recordAudits(
    tx,
    actor,
    ready.map(({ structure: { id, version }, told }) => ({
      action,
      subjectKind: 'structure',
      subjectId: id,
      before: { ...told.before, version },
      after: { ...told.after, version: version + 1 },
      ...(batchId && { batchId }),
    })),
  );
}

/** Gives the version that is then saved; nothing is written when nothing differs. */
export async function applyChange(tx: Tx, actor: Actor, plan: Plan, how: How): Promise<number> {
  const { ready, refused } = await prepareChanges(tx, actor, [plan]);
  const [unwritable] = refused;
  if (unwritable?.code === 'structure-incomplete') {
    const sources = plan.patch.sources ?? plan.structure.facts.sources;
    throw new DomainError('structure-incomplete', sources.length === 0 ? 'sources' : undefined);
  }
  if (unwritable) throw new DomainError(unwritable.code, unwritable.code === 'commune-unknown' ? 'commune' : undefined);
  await writeChanges(tx, actor, ready, how);
  return plan.structure.version + ready.length;
}
