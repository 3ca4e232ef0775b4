import { type Change, type InBatch, recordAudits } from '@/lib/audit/record';
import { toDate } from '@/lib/database/days';
import { sql } from '@/lib/database/db';
import { updateRows } from '@/lib/database/update-rows';
import { type AwardKey, awardKey } from '@/lib/domain/award-key';
import { isPublic } from '@/lib/domain/state-conditions';
import type { Actor } from '@/lib/permissions/actor';
import { differenceOf } from '@/lib/versions/difference';
import type { Prisma } from '@/prisma/generated/client';
import { AWARD_FACTS, INSTALMENT_FACTS } from './fields';
import { type AwardFacts, type AwardState, changedInstalments } from './state';

type Tx = Prisma.TransactionClient;

const factColumns = ({ instalments: _, conventionOn, ...facts }: AwardState) => ({
  ...facts,
  conventionOn: toDate(conventionOn),
});

type Award = { id: string; version: number; state: AwardState };
export type Held = { key: AwardKey; award: Award };

const told = (
  key: AwardKey,
  change: Omit<Change, 'subjectId' | 'subjectKind'> & { subjectKind?: 'award' | 'instalment' },
): Change => ({ subjectKind: 'award', ...change, subjectId: awardKey(key) });

const pick = <Name extends string>(facts: Readonly<Record<Name, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)));

type Moved = { awardId: string; before: AwardState; after: AwardState };

/** Removed first, then changed, then new: a bonus that replaces a cancelled one never meets it. */
async function writeInstalments(tx: Tx, moved: readonly Moved[]) {
  const changes = moved.map(({ awardId, before, after }) => {
    const known = new Set(before.instalments.map(({ id }) => id));
    const staying = new Set(after.instalments.map(({ id }) => id));
    const written = changedInstalments(before, after)?.after ?? [];
    return {
      gone: [...known].filter((id) => !staying.has(id)),
      updated: written.filter(({ id }) => known.has(id)),
      created: written.filter(({ id }) => !known.has(id)).map((one) => ({ awardId, ...one })),
    };
  });
  const gone = changes.flatMap((one) => one.gone);
  if (gone.length > 0) await tx.instalment.deleteMany({ where: { id: { in: gone } } });
  const rows = changes
    .flatMap((one) => one.updated)
    .map((one) => ({ id: one.id, columns: pick(one, INSTALMENT_FACTS) }));
  // Cancelled ones give way before others come back.
  const isCancelled = ({ columns }: (typeof rows)[number]) => columns.status === 'cancelled';
  await updateRows(tx, 'instalment', rows.filter(isCancelled));
  await updateRows(
    tx,
    'instalment',
    rows.filter((row) => !isCancelled(row)),
  );
  const created = changes.flatMap((one) => one.created);
  if (created.length === 0) return;
  await tx.instalment.createMany({
    data: created.map(({ paidOn, ...columns }) => ({ ...columns, paidOn: toDate(paidOn) })),
  });
}

type AwardChange = Held & { after: AwardState };

/** Own facts on one line of the journal, instalments on another. Gives how many awards differed. */
export async function writeStates(
  tx: Tx,
  actor: Actor,
  changes: readonly AwardChange[],
  verb: 'changed' | 'planned' | 'restored',
  batch: InBatch = {},
): Promise<number> {
  const differing = changes.flatMap(({ key, award, after }) => {
    const facts = differenceOf(award.state, after, AWARD_FACTS);
    const instalments = changedInstalments(award.state, after);
    return facts || instalments ? [{ key, award, after, facts, instalments }] : [];
  });
  await updateRows(
    tx,
    'award',
    differing.map(({ award: { id }, facts }) => ({ id, columns: facts?.after ?? {} })),
  );
  await writeInstalments(
    tx,
    differing.map(({ award, after }) => ({ awardId: award.id, before: award.state, after })),
  );
  const lines = differing.flatMap(({ key, award, facts, instalments }) => {
    const version = award.version + 1;
    const both = facts && instalments ? { batchId: crypto.randomUUID(), ...batch } : batch;
    return [
      facts &&
        told(key, {
          action: `award.${verb}`,
          before: facts.before,
          after: { ...facts.after, version },
          ...both,
        }),
      instalments &&
        told(key, {
          subjectKind: 'instalment',
          action: `instalment.${verb}`,
          before: { instalments: instalments.before },
          after: { instalments: instalments.after, version },
          ...both,
        }),
    ].filter((line) => line !== null);
  });
  if (lines.length > 0) await recordAudits(tx, actor, lines);
  return differing.length;
}

/** Those of the structures, held by the caller, that are public and would then rest on no award. */
export async function leftWithoutAward(tx: Tx, leaving: ReadonlyMap<string, number>): Promise<ReadonlySet<string>> {
  const published = await tx.$queryRaw<{ id: string; awards: number }[]>(sql`
    SELECT s.id, cardinality(s.award_keys) AS awards FROM structure s
    WHERE s.id = ANY (${[...leaving.keys()]}::text[]) AND ${isPublic}`);
  return new Set(published.filter(({ id, awards }) => awards <= (leaving.get(id) ?? 0)).map(({ id }) => id));
}

/** Takes awards out of their waves with their instalments. The journal keeps all of it: `putBack` brings them back. */
export async function takeOut(tx: Tx, actor: Actor, leaving: readonly Held[], batch: InBatch = {}): Promise<void> {
  const ids = leaving.map(({ award }) => award.id);
  await tx.instalment.deleteMany({ where: { awardId: { in: ids } } });
  await tx.award.deleteMany({ where: { id: { in: ids } } });
  await recordAudits(
    tx,
    actor,
    leaving.map(({ key, award: { state, version } }) =>
      told(key, { action: 'award.removed', before: { ...toldWhole(state), version }, ...batch }),
    ),
  );
}

async function lastVersions(tx: Tx, keys: readonly AwardKey[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; version: number }[]>(
    sql`SELECT e.subject_id AS key, max((e.before ->> 'version')::int) AS version FROM audit_entry e
      WHERE e.subject_kind = 'award' AND e.action = 'award.removed' AND e.subject_id = ANY (${keys.map(awardKey)}::text[])
      GROUP BY 1`,
  );
  return new Map(rows.map(({ key, version }) => [key, version]));
}

const NOTHING_MORE = { conventionOn: null, conventionReference: null, conventionObject: null, instalments: [] };
export type Addition = Pick<AwardFacts, 'label' | 'sourceUrl'>;
type Entering = { key: AwardKey; state: AwardState };

/** One that had left counts on, so that no form opened on it before passes for a new one. */
async function enter(
  tx: Tx,
  actor: Actor,
  entering: readonly Entering[],
  tell: (state: AwardState, version: number) => Pick<Change, 'action' | 'after'>,
  batch: InBatch,
): Promise<void> {
  const last = await lastVersions(
    tx,
    entering.map(({ key }) => key),
  );
  const awards = entering.map(({ key, state }) => {
    const version = (last.get(awardKey(key)) ?? 0) + 1;
    return { id: crypto.randomUUID() as string, key, state, version };
  });
  await tx.award.createMany({
    data: awards.map(({ id, key, state, version }) => ({ id, ...key, ...factColumns(state), version })),
  });
  const moved = awards.map(({ id, state }) => ({ awardId: id, before: { ...state, instalments: [] }, after: state }));
  await writeInstalments(tx, moved);
  await recordAudits(
    tx,
    actor,
    awards.map(({ key, state, version }) => told(key, { ...tell(state, version), ...batch })),
  );
}

export const putIn = (
  tx: Tx,
  actor: Actor,
  { waveId, structureIds, ...facts }: Addition & { waveId: string; structureIds: readonly string[] },
  batch: InBatch = {},
): Promise<void> =>
  enter(
    tx,
    actor,
    structureIds.map((structureId) => ({ key: { structureId, waveId }, state: { ...facts, ...NOTHING_MORE } })),
    ({ label, sourceUrl }, version) => ({ action: 'award.added', after: { label, sourceUrl, version } }),
    batch,
  );

/** Brings awards that were taken out back into their waves. */
export const putBack = (tx: Tx, actor: Actor, returning: readonly Entering[], batch: InBatch = {}): Promise<void> =>
  enter(
    tx,
    actor,
    returning,
    (state, version) => ({ action: 'award.restored', after: { ...toldWhole(state), version } }),
    batch,
  );

const toldWhole = ({ instalments, ...facts }: AwardState) => ({
  ...facts,
  ...(instalments.length > 0 && { instalments: [...instalments] }),
});
