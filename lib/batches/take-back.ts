import type { AwardState } from '@/lib/awards/state';
import { AWARDS, type StandingAward } from '@/lib/awards/take-back';
import { sql } from '@/lib/database/db';
import { awardKey } from '@/lib/domain/award-key';
import type { Actor } from '@/lib/permissions/actor';
import { STRUCTURES, type StandingStructure, type ToldStructure } from '@/lib/structures/take-back';
import { planTakeBack, type TakeBack, writeTakeBack } from '@/lib/versions/take-back';
import type { WaveFacts } from '@/lib/waves/schema';
import { type StandingWave, WAVES } from '@/lib/waves/take-back';
import type { Prisma } from '@/prisma/generated/client';

type Tx = Prisma.TransactionClient;

/** Waves, then structures, each in the order of their ids, as every writer takes them: nobody deadlocks. */
async function holdRecords(tx: Tx, batch: string) {
  const subjects = sql`FROM audit_entry WHERE batch_id = ${batch}::uuid`;
  await tx.$executeRaw(sql`
    SELECT 1 FROM wave WHERE id IN (
      SELECT CASE subject_kind WHEN 'wave' THEN subject_id ELSE split_part(subject_id, '/', 2) END ${subjects}
    ) ORDER BY id FOR UPDATE`);
  await tx.$executeRaw(sql`
    SELECT 1 FROM structure WHERE id IN (
      SELECT split_part(subject_id, '/', 1) ${subjects}
      UNION SELECT structure_id FROM award WHERE wave_id IN (SELECT subject_id ${subjects} AND subject_kind = 'wave')
    ) ORDER BY id FOR UPDATE`);
}

export type BatchTakeBack = {
  waves: TakeBack<StandingWave, WaveFacts>;
  structures: TakeBack<StandingStructure, ToldStructure>;
  awards: TakeBack<StandingAward, AwardState>;
};

/** A structure that came with the batch stays when an award stays on it: a sum that is paid needs its key. */
async function keepAwarded(tx: Tx, { structures, awards }: BatchTakeBack): Promise<BatchTakeBack['structures']> {
  const born = structures.turns.filter(({ target }) => target === null);
  if (born.length === 0) return structures;
  const leaving = new Set(awards.turns.filter(({ target }) => target === null).map(({ id }) => id));
  const standing = await tx.award.findMany({
    where: { structureId: { in: born.map(({ id }) => id) } },
    select: { structureId: true, waveId: true },
  });
  const stay = new Set(standing.filter((key) => !leaving.has(awardKey(key))).map(({ structureId }) => structureId));
  const kept = born.filter(({ id }) => stay.has(id));
  return {
    ...structures,
    turns: structures.turns.filter((turn) => !kept.includes(turn)),
    kept: [...structures.kept, ...kept],
  };
}

const countBack = ({ waves, structures, awards }: BatchTakeBack) =>
  waves.back.length + structures.back.length + awards.back.length;

/** What changed since is kept; what the rules forbid is refused, once nothing else can clear its way. */
export async function takeBatchBack(tx: Tx, actor: Actor, batch: string, batchId: string): Promise<BatchTakeBack> {
  await holdRecords(tx, batch);
  const planned = {
    waves: await planTakeBack(tx, actor, WAVES, batch),
    structures: await planTakeBack(tx, actor, STRUCTURES, batch),
    awards: await planTakeBack(tx, actor, AWARDS, batch),
  };
  let taken: BatchTakeBack = { ...planned, structures: await keepAwarded(tx, planned) };
  for (let before = -1; countBack(taken) > before; ) {
    before = countBack(taken);
    taken = {
      waves: await writeTakeBack(tx, actor, WAVES, taken.waves, batchId),
      structures: await writeTakeBack(tx, actor, STRUCTURES, taken.structures, batchId),
      awards: await writeTakeBack(tx, actor, AWARDS, taken.awards, batchId),
    };
  }
  return taken;
}
