import { type InBatch, recordAudit } from '@/lib/audit/record';
import { sql } from '@/lib/database/db';
import { DetailedError, DomainError } from '@/lib/errors';
import type { Actor } from '@/lib/permissions/actor';
import { differenceOf } from '@/lib/versions/difference';
import type { Prisma, Wave } from '@/prisma/generated/client';
import { WAVE_FACTS } from './fields';
import { awardsAgainst } from './rules';
import type { WaveFacts } from './schema';
import { factsOfWave, waveColumns } from './state';

type Tx = Prisma.TransactionClient;

const holderOfRank = (tx: Tx, callId: string, rank: number, waveId: string) =>
  tx.wave.findFirst({ where: { callId, rank, NOT: { id: waveId } }, select: { id: true, shortLabel: true } });

export async function refuseTakenRank(tx: Tx, callId: string, rank: number, waveId: string) {
  const holder = await holderOfRank(tx, callId, rank, waveId);
  if (holder) throw new DetailedError('wave-rank-taken', { holder }, 'rank');
}

const INSTALMENT = { awardId: true, purpose: true, yearOfAid: true, amountEuros: true, status: true } as const;

/** A rule never makes existing awards wrong. */
async function refuseBreakingAwards(tx: Tx, waveId: string, facts: WaveFacts) {
  const awards = await tx.award.findMany({
    where: { waveId, instalments: { some: {} } },
    select: { id: true, structureId: true, waveId: true, label: true, structure: { select: { name: true } } },
    orderBy: [{ structure: { name: 'asc' } }, { id: 'asc' }],
  });
  // Apart from the awards: two relations would be read at once, and a transaction has one connection.
  const instalments = await tx.instalment.findMany({ where: { award: { waveId } }, select: INSTALMENT });
  const against = awardsAgainst(
    facts,
    awards.map(({ id, structure, ...award }) => ({
      ...award,
      name: structure.name,
      instalments: instalments.filter(({ awardId }) => awardId === id),
    })),
  );
  if (against.length > 0) {
    throw new DetailedError('rule-breaks-awards', { shortLabel: facts.shortLabel, awards: against });
  }
}

/** Held until the end: of two waves opened at once, the second waits here, then finds the first. */
export async function holdCall(tx: Tx): Promise<string> {
  const call = await tx.call.findFirst({ select: { id: true }, orderBy: [{ opensOn: 'asc' }, { id: 'asc' }] });
  if (!call) throw new DomainError('wave-unknown');
  await tx.$queryRaw(sql`SELECT 1 FROM call WHERE id = ${call.id} FOR UPDATE`);
  return call.id;
}

export const isTaken = async (tx: Tx, id: string) =>
  (await tx.wave.findUnique({ where: { id }, select: { id: true } })) !== null;

type Verb = 'wave.changed' | 'wave.restored';

/** Refuses a rank that is taken, a rule that existing awards break, and a change of nothing. */
export async function change(
  tx: Tx,
  actor: Actor,
  wave: Wave,
  facts: WaveFacts,
  action: Verb,
  batch: InBatch = {},
): Promise<void> {
  const changed = differenceOf(factsOfWave(wave), facts, WAVE_FACTS);
  if (!changed) throw new DomainError('already-done');
  if (facts.rank !== wave.rank) await tx.$queryRaw(sql`SELECT 1 FROM call WHERE id = ${wave.callId} FOR UPDATE`);
  await refuseTakenRank(tx, wave.callId, facts.rank, wave.id);
  await refuseBreakingAwards(tx, wave.id, facts);
  const version = wave.version + 1;
  await tx.wave.update({ where: { id: wave.id }, data: { ...waveColumns(facts), version, updatedAt: new Date() } });
  await recordAudit(tx, actor, {
    action,
    subjectKind: 'wave',
    subjectId: wave.id,
    before: changed.before,
    after: { ...changed.after, version },
    ...batch,
  });
}

/** Takes away a held wave. Refuses one in which a structure is. */
export async function erase(tx: Tx, actor: Actor, wave: Wave, batch: InBatch = {}): Promise<void> {
  const award = await tx.award.findFirst({ where: { waveId: wave.id }, select: { id: true } });
  if (award) throw new DomainError('wave-has-awards');
  await tx.wave.delete({ where: { id: wave.id } });
  await recordAudit(tx, actor, {
    action: 'wave.deleted',
    subjectKind: 'wave',
    subjectId: wave.id,
    before: { ...factsOfWave(wave), version: wave.version },
    ...batch,
  });
}

export async function reopen(
  tx: Tx,
  actor: Actor,
  waveId: string,
  facts: WaveFacts,
  version: number,
  batch: InBatch = {},
): Promise<void> {
  const callId = await holdCall(tx);
  const holder = await holderOfRank(tx, callId, facts.rank, waveId);
  if (holder) throw new DetailedError('wave-rank-taken', { holder, lost: facts.rank });
  await tx.wave.create({ data: { id: waveId, callId, ...waveColumns(facts), version } });
  await recordAudit(tx, actor, {
    action: 'wave.reopened',
    subjectKind: 'wave',
    subjectId: waveId,
    after: { ...facts, version },
    ...batch,
  });
}
