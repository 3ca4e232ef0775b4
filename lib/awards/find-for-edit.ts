import { listChanges } from '@/lib/audit/changes';
import { dayOf } from '@/lib/database/days';
import { join, sql } from '@/lib/database/db';
import { type AwardPlace, awardKey } from '@/lib/domain/award-place';
import { isPublic } from '@/lib/domain/state-conditions';
import { DomainError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import type { Placed } from '@/lib/structures/obstacles';
import type { Prisma } from '@/prisma/generated/client';
import { inOrder } from './instalment-state';
import type { MoneyRule } from './rules';
import { type AwardState } from './state';

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

/** The wave, whose rule then stands still until the end of the transaction. Taken before any structure, so that nobody deadlocks. */
export async function holdWave(tx: Tx, waveId: string): Promise<WaveOfAward> {
  await tx.$queryRaw(sql`SELECT 1 FROM wave WHERE id = ${waveId} FOR SHARE`);
  const wave = await tx.wave.findUnique({ where: { id: waveId }, select: WAVE });
  if (!wave) throw new DomainError('wave-unknown');
  return wave;
}

/** Structures whose région then stands still, in the order of their ids; those that are gone are left out. */
export const lockStructures = (tx: Tx, structureIds: readonly string[]): Promise<Placed[]> =>
  tx.$queryRaw<Placed[]>(
    sql`SELECT s.id, s.name, s.slug, s.region_code AS "regionCode", ${isPublic} AS "isPublic"
      FROM structure s WHERE s.id IN (${join([...structureIds])}) ORDER BY s.id FOR NO KEY UPDATE`,
  );

/** What an award and its money ask of who changes them. */
export const AWARD_PERMISSIONS = ['award:edit', 'instalment:edit'] as const satisfies readonly Permission[];

/** The structure, whose région then stands still; refused outside the reach of the actor. */
async function holdStructure(tx: Tx, structureId: string, actor: Actor): Promise<void> {
  const [structure] = await lockStructures(tx, [structureId]);
  if (!structure) throw new DomainError('structure-unknown');
  if (!AWARD_PERMISSIONS.every((permission) => mayAct(actor, permission, [structure.regionCode]))) {
    throw new DomainError('out-of-scope');
  }
}

const AWARD = {
  id: true,
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

/** The award as it stands, or null. `tx` may be the client itself, for a reading. */
export async function readAward(tx: Tx, place: AwardPlace) {
  const award = await tx.award.findUnique({ where: { structureId_waveId: place }, select: AWARD });
  if (!award) return null;
  const { id, version, conventionOn, instalments, ...facts } = award;
  const state: AwardState = {
    ...facts,
    conventionOn: dayOf(conventionOn),
    instalments: inOrder(instalments.map(({ paidOn, ...rest }) => ({ ...rest, paidOn: dayOf(paidOn) }))),
  };
  return { id, version, state };
}

/** Wave, structure, then award, locked in this order by everyone: what is checked on the whole award stays true. */
export async function findForEdit(tx: Tx, place: AwardPlace, actor: Actor) {
  const wave = await holdWave(tx, place.waveId);
  await holdStructure(tx, place.structureId, actor);
  await tx.$queryRaw(
    sql`SELECT 1 FROM award WHERE structure_id = ${place.structureId} AND wave_id = ${place.waveId} FOR UPDATE`,
  );
  return { wave, award: await readAward(tx, place) };
}

/** What the journal tells of an award and its instalments, newest first; all of it without a bound. `tx` may be the client itself, for a reading. */
export const listAwardChanges = (tx: Tx, place: AwardPlace, most?: number) =>
  listChanges(tx, ['award', 'instalment'], awardKey(place), most);
