import { type Change, recordAudit } from '@/lib/audit/record';
import { toDate } from '@/lib/database/days';
import { join, sql } from '@/lib/database/db';
import { type AwardPlace, awardKey } from '@/lib/domain/award-place';
import { isPublic } from '@/lib/domain/state-conditions';
import type { Actor } from '@/lib/permissions/actor';
import { differenceOf } from '@/lib/versions/difference';
import type { Prisma } from '@/prisma/generated/client';
import { AWARD_FACTS } from './fields';
import type { InstalmentState } from './instalment-state';
import { type AwardFacts, type AwardState, changedInstalments } from './state';

type Tx = Prisma.TransactionClient;

export const factColumns = ({ label, sourceUrl, conventionOn, conventionReference, conventionObject }: AwardFacts) => ({
  label,
  sourceUrl,
  conventionOn: toDate(conventionOn),
  conventionReference,
  conventionObject,
});

const instalmentColumns = ({ id: _, paidOn, ...columns }: InstalmentState) => ({
  ...columns,
  paidOn: toDate(paidOn),
});

export const record = (
  tx: Tx,
  actor: Actor,
  place: AwardPlace,
  change: Omit<Change, 'subjectId' | 'subjectKind'> & { subjectKind?: 'award' | 'instalment' },
) => recordAudit(tx, actor, { subjectKind: 'award', ...change, subjectId: awardKey(place) });

/** Removed first, then changed, then new: a bonus that replaces a cancelled one never meets it. */
async function writeInstalments(tx: Tx, awardId: string, before: AwardState, after: AwardState) {
  const changed = changedInstalments(before, after);
  if (!changed) return;
  const staying = new Set(after.instalments.map(({ id }) => id));
  const known = new Set(before.instalments.map(({ id }) => id));
  const now = new Date();
  await tx.instalment.deleteMany({
    where: { awardId, id: { in: changed.before.map(({ id }) => id).filter((id) => !staying.has(id)) } },
  });
  const updated = changed.after.filter(({ id }) => known.has(id));
  // Cancelled ones give way before others come back.
  for (const instalment of updated.toSorted(
    (a, b) => Number(b.status === 'cancelled') - Number(a.status === 'cancelled'),
  )) {
    await tx.instalment.update({
      where: { id: instalment.id },
      data: { ...instalmentColumns(instalment), version: { increment: 1 }, updatedAt: now },
    });
  }
  await tx.instalment.createMany({
    data: changed.after
      .filter(({ id }) => !known.has(id))
      .map((instalment) => ({ id: instalment.id, awardId, ...instalmentColumns(instalment) })),
  });
}

type Award = { id: string; version: number; state: AwardState };

/** Brings an award to a state and tells it in the journal: its own facts on one line, its instalments on another. */
export async function writeState(
  tx: Tx,
  actor: Actor,
  place: AwardPlace,
  award: Award,
  after: AwardState,
  verb: 'changed' | 'planned' | 'restored',
): Promise<boolean> {
  const facts = differenceOf(award.state, after, AWARD_FACTS);
  const instalments = changedInstalments(award.state, after);
  if (!facts && !instalments) return false;
  const version = award.version + 1;
  await tx.award.update({ where: { id: award.id }, data: { ...factColumns(after), version, updatedAt: new Date() } });
  await writeInstalments(tx, award.id, award.state, after);
  const batch = facts && instalments ? { batchId: crypto.randomUUID() } : {};
  if (facts) {
    await record(tx, actor, place, {
      action: `award.${verb}`,
      before: facts.before,
      after: { ...facts.after, version },
      ...batch,
    });
  }
  if (instalments) {
    await record(tx, actor, place, {
      subjectKind: 'instalment',
      action: `instalment.${verb}`,
      before: { instalments: instalments.before },
      after: { instalments: instalments.after, version },
      ...batch,
    });
  }
  return true;
}

/** Those of the structures that are public and rest on a single award: it cannot go. They are held by the caller. */
export async function restingOnOne(tx: Tx, structureIds: readonly string[]): Promise<ReadonlySet<string>> {
  const resting = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT s.id FROM structure s
    WHERE s.id = ANY (${structureIds}::text[]) AND ${isPublic} AND cardinality(s.award_keys) <= 1`);
  return new Set(resting.map(({ id }) => id));
}

type Batch = { batchId?: string };

/** Takes an award out of its wave with its instalments. The journal keeps all of it: `putBack` brings it back. */
export async function takeOut(tx: Tx, actor: Actor, place: AwardPlace, award: Award, batch: Batch = {}): Promise<void> {
  await tx.instalment.deleteMany({ where: { awardId: award.id } });
  await tx.award.delete({ where: { id: award.id } });
  await record(tx, actor, place, {
    action: 'award.removed',
    before: { ...toldWhole(award.state), version: award.version },
    ...batch,
  });
}

/** The last version of each structure's award in a wave, of those that left it. */
async function lastVersions(
  tx: Tx,
  waveId: string,
  structureIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const keys = structureIds.map((structureId) => awardKey({ structureId, waveId }));
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>(
    sql`SELECT split_part(e.subject_id, '/', 1) AS id, max((e.before ->> 'version')::int) AS version FROM audit_entry e
      WHERE e.subject_kind = 'award' AND e.action = 'award.removed' AND e.subject_id IN (${join(keys)}) GROUP BY 1`,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

const NO_CONVENTION = { conventionOn: null, conventionReference: null, conventionObject: null };
export type Addition = Pick<AwardFacts, 'label' | 'sourceUrl'>;

/** Puts structures into a wave. One that had left it counts on, so that no form opened on it before passes for a new one. */
export async function putIn(
  tx: Tx,
  actor: Actor,
  { waveId, structureIds, label, sourceUrl }: Addition & { waveId: string; structureIds: readonly string[] },
  batch: Batch = {},
): Promise<void> {
  const last = await lastVersions(tx, waveId, structureIds);
  const facts = factColumns({ label, sourceUrl, ...NO_CONVENTION });
  const added = structureIds.map((structureId) => ({ structureId, version: (last.get(structureId) ?? 0) + 1 }));
  await tx.award.createMany({ data: added.map((one) => ({ ...one, waveId, ...facts })) });
  for (const { structureId, version } of added) {
    const after = { label, sourceUrl, version };
    await record(tx, actor, { structureId, waveId }, { action: 'award.added', after, ...batch });
  }
}

type Returning = { version: number; state: AwardState };

/** Brings an award that was taken out back into its wave. */
export async function putBack(
  tx: Tx,
  actor: Actor,
  place: AwardPlace,
  { version, state }: Returning,
  batch: Batch = {},
): Promise<void> {
  const back = await tx.award.create({ data: { ...place, ...factColumns(state), version }, select: { id: true } });
  await tx.instalment.createMany({
    data: state.instalments.map((one) => ({ id: one.id, awardId: back.id, ...instalmentColumns(one) })),
  });
  await record(tx, actor, place, { action: 'award.restored', after: { ...toldWhole(state), version }, ...batch });
}

/** An award whole, as the journal tells it. */
const toldWhole = ({ instalments, ...facts }: AwardState) => ({
  ...facts,
  ...(instalments.length > 0 && { instalments: [...instalments] }),
});
