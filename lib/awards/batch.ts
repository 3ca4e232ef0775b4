import { join, sql } from '@/lib/database/db';
import { awardHref } from '@/lib/domain/award-place';
import { DomainError } from '@/lib/errors';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Actor } from '@/lib/permissions/actor';
import { refuseChangedSince, refuseNaming, refuseOutside } from '@/lib/structures/obstacles';
import { type Line as JournalLine, undo } from '@/lib/versions/former-state';
import type { Prisma } from '@/prisma/generated/client';
import { AWARD_PERMISSIONS, holdWave, lockStructures, readAward } from './find-for-edit';
import { AWARD_PAST, type AwardState } from './state';
import { putBack, restingOnOne, takeOut } from './write';

type Tx = Prisma.TransactionClient;
type Entry = JournalLine & { id: bigint; subjectId: string };
type Award = NonNullable<Awaited<ReturnType<typeof readAward>>>;
/** One award of the batch: as it stands, and what the journal wrote of it. */
type Line = { structureId: string; name: string; award: Award | null; entry: Entry };

/** What put the award into the wave, or took it out: the rest of what is told of awards is no batch. */
const isTurn = ({ action, before }: Entry) =>
  action === 'award.added' || action === 'award.removed' || (action === 'award.restored' && before === null);

async function readBatch(tx: Tx, batch: string): Promise<Entry[]> {
  const entries = await tx.auditEntry.findMany({
    where: { batchId: batch, subjectKind: { in: ['award', 'instalment'] } },
    select: { id: true, subjectId: true, action: true, before: true, after: true },
    orderBy: { subjectId: 'asc' },
  });
  const read = entries.map((entry) => entry as Entry);
  if (read.length === 0 || !read.every(isTurn)) throw new DomainError('batch-unknown');
  return read;
}

/** Awards of which the journal tells something after the batch. */
async function changedSince(tx: Tx, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const last = await tx.$queryRaw<{ subject: string; id: bigint }[]>(
    sql`SELECT subject_id AS subject, max(id) AS id FROM audit_entry
      WHERE subject_kind IN ('award', 'instalment') AND subject_id IN (${join(entries.map(({ subjectId }) => subjectId))})
      GROUP BY subject_id ORDER BY subject_id`,
  );
  const written = new Map(entries.map(({ subjectId, id }) => [subjectId, id]));
  return new Set(last.filter(({ subject, id }) => written.get(subject) !== id).map(({ subject }) => subject));
}

function changeWords({ award, entry }: Line): string {
  if (!award) return 'retirée depuis';
  if (entry.action === 'award.removed') return 'remise depuis';
  if (award.state.instalments.some(({ status }) => status === 'paid')) return 'un versement est déjà fait';
  return award.state.instalments.length > 0 ? 'des versements sont saisis' : 'modifiée depuis';
}

async function refuseLast(tx: Tx, waveId: string, leaving: readonly Line[]) {
  const resting = await restingOnOne(
    tx,
    leaving.map(({ structureId }) => structureId),
  );
  if (resting.size === 0) return;
  const { size } = resting;
  refuseNaming(
    'award-last',
    `${formatInteger(size)} ${plural(size, 'fiche publiée n’aurait', 'fiches publiées n’auraient')} plus de labellisation\u00A0: rien n’a été défait. ${plural(size, 'Remettez-la d’abord en brouillon, ou ajoutez-la', 'Remettez-les d’abord en brouillon, ou ajoutez-les')} à une autre vague.`,
    leaving
      .filter(({ structureId }) => resting.has(structureId))
      .map(({ structureId, name }) => ({ words: name, href: awardHref({ structureId, waveId }) })),
  );
}

type Return = Line & { state: AwardState; version: number };

/** What an award that was taken out was before, under the number that follows. No money is in it: a funded one does not leave. */
const returnOf = (line: Line): Return => {
  const state = undo(AWARD_PAST, null, line.entry);
  if (!state) throw new DomainError('version-unknown');
  return { ...line, state, version: Number(line.entry.before?.version ?? 0) + 1 };
};

/** The awards of a batch with their structures, all locked: wave, structures, then awards, as everyone does. */
async function holdBatch(tx: Tx, entries: readonly Entry[], waveId: string, actor: Actor): Promise<Line[]> {
  const structureOf = ({ subjectId }: Entry) => subjectId.split('/')[0] ?? '';
  const structures = new Map((await lockStructures(tx, entries.map(structureOf))).map((one) => [one.id, one]));
  // A draft erased since has nothing to come back to.
  const ids = [...structures.keys()];
  if (ids.length === 0) throw new DomainError('batch-unknown');
  refuseOutside(actor, AWARD_PERMISSIONS, [...structures.values()], 'batch');
  await tx.$queryRaw(
    sql`SELECT 1 FROM award WHERE wave_id = ${waveId} AND structure_id IN (${join(ids)}) ORDER BY structure_id FOR UPDATE`,
  );
  const lines: Line[] = [];
  for (const entry of entries) {
    const structure = structures.get(structureOf(entry));
    if (!structure) continue;
    const { id: structureId, name } = structure;
    lines.push({ structureId, name, entry, award: await readAward(tx, { structureId, waveId }) });
  }
  return lines;
}

/**
 * Takes a batch of awards back, all or none: those added leave the wave, those taken out return to it. One that was
 * changed, funded or paid since, or on which alone a public record would have rested, refuses all and is named.
 */
export async function revertAwards(tx: Tx, batch: string, actor: Actor, batchId: string) {
  const entries = await readBatch(tx, batch);
  const waveId = entries[0]?.subjectId.split('/')[1] ?? '';
  await holdWave(tx, waveId);
  const lines = await holdBatch(tx, entries, waveId, actor);
  const changed = await changedSince(tx, entries);
  refuseChangedSince(
    lines
      .filter(({ entry }) => changed.has(entry.subjectId))
      .map((line) => ({
        words: `${line.name}\u00A0: ${changeWords(line)}`,
        href: awardHref({ structureId: line.structureId, waveId }),
      })),
  );
  const leaving = lines.filter(({ entry }) => entry.action !== 'award.removed');
  await refuseLast(tx, waveId, leaving);
  const returning = lines.filter(({ entry }) => entry.action === 'award.removed').map(returnOf);
  for (const { structureId, award } of leaving) {
    if (award) await takeOut(tx, actor, { structureId, waveId }, award, { batchId });
  }
  for (const { structureId, ...back } of returning)
    await putBack(tx, actor, { structureId, waveId }, back, { batchId });
  return { waveId, count: lines.length };
}
