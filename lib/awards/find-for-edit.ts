import { listChanges } from '@/lib/audit/changes';
import { dayOf } from '@/lib/database/days';
import { sql } from '@/lib/database/db';
import { type AwardKey, awardKey } from '@/lib/domain/award-key';
import type { MoneyRule } from '@/lib/domain/money-rule';
import { isPublic } from '@/lib/domain/state-conditions';
import { DomainError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { ScopedStructure } from '@/lib/structures/obstacles';
import type { Prisma } from '@/prisma/generated/client';
import { inOrder } from './instalment-state';
import type { AwardState } from './state';

type Tx = Prisma.TransactionClient;

export type WaveOfAward = MoneyRule & { id: string; shortLabel: string; flatRate: boolean; sourceUrl: string | null };

const WAVE = {
  id: true,
  shortLabel: true,
  annualCeilingEuros: true,
  durationYears: true,
  minTotalEuros: true,
  maxTotalEuros: true,
  digitalBonusEuros: true,
  flatRate: true,
  sourceUrl: true,
} as const;

/** Their rules stand still until the end. Taken before any structure, so that nobody deadlocks. */
export async function holdWaves(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, WaveOfAward>> {
  await tx.$queryRaw(sql`SELECT 1 FROM wave WHERE id = ANY (${ids}::text[]) ORDER BY id FOR SHARE`);
  const waves = await tx.wave.findMany({ where: { id: { in: [...ids] } }, select: WAVE });
  return new Map(waves.map((wave) => [wave.id, wave]));
}

export async function holdWave(tx: Tx, waveId: string): Promise<WaveOfAward> {
  const wave = (await holdWaves(tx, [waveId])).get(waveId);
  if (!wave) throw new DomainError('wave-unknown');
  return wave;
}

/** In the order of their ids, their région standing still; those that are gone are left out. */
export const lockStructures = (tx: Tx, structureIds: readonly string[]): Promise<ScopedStructure[]> =>
  tx.$queryRaw<ScopedStructure[]>(
    sql`SELECT s.id, s.name, s.slug, s.region_code AS "regionCode", ${isPublic} AS "isPublic"
      FROM structure s WHERE s.id = ANY (${structureIds}::text[]) ORDER BY s.id FOR NO KEY UPDATE`,
  );

export const AWARD_PERMISSIONS = ['award:edit', 'instalment:edit'] as const satisfies readonly Permission[];

async function holdStructure(tx: Tx, structureId: string, actor: Actor): Promise<void> {
  const [structure] = await lockStructures(tx, [structureId]);
  if (!structure) throw new DomainError('structure-unknown');
  if (!AWARD_PERMISSIONS.every((permission) => mayAct(actor, permission, [structure.regionCode]))) {
    throw new DomainError('out-of-scope');
  }
}

const AWARD = {
  id: true,
  structureId: true,
  waveId: true,
  version: true,
  label: true,
  sourceUrl: true,
  conventionOn: true,
  conventionReference: true,
  conventionObject: true,
  instalments: {
    select: {
      id: true,
      purpose: true,
      yearOfAid: true,
      calendarYear: true,
      amountEuros: true,
      status: true,
      paidOn: true,
      sourceUrl: true,
    },
  },
} as const;

/** By their keys. `tx` may be the client itself, for a reading. */
export async function readAwards(tx: Tx, keys: readonly AwardKey[]) {
  const rows = await tx.award.findMany({
    where: {
      structureId: { in: [...new Set(keys.map(({ structureId }) => structureId))] },
      waveId: { in: [...new Set(keys.map(({ waveId }) => waveId))] },
    },
    select: AWARD,
  });
  return new Map(
    rows.map(({ id, version, structureId, waveId, conventionOn, instalments, ...facts }) => {
      const state: AwardState = {
        ...facts,
        conventionOn: dayOf(conventionOn),
        instalments: inOrder(instalments.map(({ paidOn, ...rest }) => ({ ...rest, paidOn: dayOf(paidOn) }))),
      };
      return [awardKey({ structureId, waveId }), { id, version, state }];
    }),
  );
}

export const readAward = async (tx: Tx, key: AwardKey) => (await readAwards(tx, [key])).get(awardKey(key)) ?? null;

/** Wave, structure, then award, locked in this order by everyone: what is checked on the whole award stays true. */
export async function findForEdit(tx: Tx, key: AwardKey, actor: Actor) {
  const wave = await holdWave(tx, key.waveId);
  await holdStructure(tx, key.structureId, actor);
  await tx.$queryRaw(
    sql`SELECT 1 FROM award WHERE structure_id = ${key.structureId} AND wave_id = ${key.waveId} FOR UPDATE`,
  );
  return { wave, award: await readAward(tx, key) };
}

export const listAwardChanges = (tx: Tx, key: AwardKey, most?: number) =>
  listChanges(tx, ['award', 'instalment'], awardKey(key), most);
