import { getDb } from '@/lib/database/db';
import type { AwardKey } from '@/lib/domain/award-key';
import { yearsToPlan } from '@/lib/domain/money-rule';
import { DetailedError, DomainError } from '@/lib/errors';
import type { Actor } from '@/lib/permissions/actor';
import { refuseGone, refuseOutside, type ScopedStructure } from '@/lib/structures/obstacles';
import { refuseOtherVersion, withChoices } from '@/lib/versions/conflict';
import { stateAfterLine } from '@/lib/versions/former-state';
import type { Prisma } from '@/prisma/generated/client';
import type { AwardPart } from './fields';
import {
  AWARD_PERMISSIONS,
  findForEdit,
  holdWave,
  listAwardChanges,
  lockStructures,
  type WaveOfAward,
} from './find-for-edit';
import type { InstalmentState } from './instalment-state';
import { type GivenInstalment, refuseBreaches } from './refusals';
import { AWARD_CHOICES, AWARD_PAST, type AwardFacts, type AwardState } from './state';
import { type Addition, leftWithoutAward, putBack, putIn, takeOut, writeStates } from './write';

type Tx = Prisma.TransactionClient;

export async function addManyAwards(
  { waveId, structureIds, label, sourceUrl }: Addition & { waveId: string; structureIds: readonly string[] },
  actor: Actor,
): Promise<{ batchId: string }> {
  const batchId = crypto.randomUUID();
  await getDb().$transaction(async (tx) => {
    await holdWave(tx, waveId);
    const structures = await lockStructures(tx, structureIds);
    const found = structures.map(({ id }) => id);
    refuseGone(structureIds.length - found.length, { structureIds: found });
    refuseOutside(actor, AWARD_PERMISSIONS, structures, 'ticked');
    await refuseThoseInside(tx, waveId, structures);
    await putIn(tx, actor, { waveId, structureIds: found, label, sourceUrl }, { batchId });
  }, TIME_FOR_HUNDREDS);
  return { batchId };
}

async function refuseThoseInside(tx: Tx, waveId: string, structures: readonly ScopedStructure[]) {
  const inside = await tx.award.findMany({
    where: { waveId, structureId: { in: structures.map(({ id }) => id) } },
    select: { structureId: true },
  });
  if (inside.length === 0) return;
  const ids = new Set(inside.map(({ structureId }) => structureId));
  throw new DetailedError('award-exists', { waveId, structures: structures.filter(({ id }) => ids.has(id)) });
}

const TIME_FOR_HUNDREDS = { timeout: 30_000 };

export async function addAward({ structureId, waveId, label, sourceUrl }: Addition & AwardKey, actor: Actor) {
  const key = { structureId, waveId };
  await getDb().$transaction(async (tx) => {
    const { award } = await findForEdit(tx, key, actor);
    if (award) throw new DomainError('award-exists');
    await putIn(tx, actor, { waveId, structureIds: [structureId], label, sourceUrl });
  });
}

export type GivenAward = AwardKey &
  AwardFacts & {
    version: number;
    instalments: readonly GivenInstalment[];
    /** Whether the years of a flat-rate wave that have no amount yet are to be planned as its rule gives them. */
    isPlanning?: boolean;
    keepSaved?: readonly AwardPart[];
  };

function planned(wave: WaveOfAward, given: readonly GivenInstalment[]): GivenInstalment[] {
  const years = yearsToPlan(wave, given);
  if (years.length === 0) throw new DomainError('nothing-to-plan');
  return years.map((year) => ({
    ...year,
    id: null,
    row: '',
    purpose: 'seed',
    calendarYear: null,
    status: 'planned',
    paidOn: null,
    sourceUrl: wave.sourceUrl,
  }));
}

/** An id that is not, or no longer, of this award means nothing: its row is a new instalment. */
function withIds(given: readonly GivenInstalment[], before: AwardState): InstalmentState[] {
  const known = new Set(before.instalments.map(({ id }) => id));
  return given.map(({ row: _, id, ...instalment }) => ({
    ...instalment,
    id: id !== null && known.delete(id) ? id : crypto.randomUUID(),
  }));
}

export async function saveAward(
  { structureId, waveId, version, isPlanning = false, keepSaved = [], ...sent }: GivenAward,
  actor: Actor,
): Promise<void> {
  const key = { structureId, waveId };
  await getDb().$transaction(async (tx) => {
    const { wave, award } = await findForEdit(tx, key, actor);
    if (!award) throw new DomainError('award-unknown');
    const chosen = withChoices(sent, award.state, keepSaved, AWARD_CHOICES.namesOf);
    const typed = { ...chosen, instalments: chosen.instalments.map((one) => ({ ...one, row: one.row ?? '' })) };
    const mine = typed.instalments.map(({ row: _, id, ...rest }) => ({ ...rest, id: id ?? 'new' }));
    const lines = award.version === version ? [] : await listAwardChanges(tx, key);
    refuseOtherVersion(AWARD_CHOICES, { saved: award, typed: { ...typed, instalments: mine }, version, lines });
    const plan = isPlanning ? planned(wave, typed.instalments) : [];
    const given = { ...typed, instalments: [...typed.instalments, ...plan] };
    const after = { ...given, instalments: withIds(given.instalments, award.state) };
    refuseBreaches(wave, given, award.state.label);
    const written = await writeStates(tx, actor, [{ key, award, after }], isPlanning ? 'planned' : 'changed');
    if (written === 0) throw new DomainError('already-done');
  });
}

export async function removeAward(
  { structureId, waveId, version }: AwardKey & { version: number },
  actor: Actor,
): Promise<void> {
  const key = { structureId, waveId };
  await getDb().$transaction(async (tx) => {
    const { award } = await findForEdit(tx, key, actor);
    if (!award) throw new DomainError('award-unknown');
    if (award.version !== version) throw new DomainError('edited-meanwhile');
    if (award.state.instalments.some(({ status }) => status === 'paid')) throw new DomainError('award-paid');
    // The structure is held, so that two removals at once cannot both pass.
    if ((await leftWithoutAward(tx, new Map([[structureId, 1]]))).size > 0) throw new DomainError('award-last');
    await takeOut(tx, actor, [{ key, award }]);
  });
}

/** To what the award was after a line of the journal; line 0 is before the first. */
export async function restoreAward(
  { structureId, waveId, entryId, version }: AwardKey & { entryId: string; version: number | null },
  actor: Actor,
): Promise<void> {
  const key = { structureId, waveId };
  await getDb().$transaction(async (tx) => {
    const { wave, award } = await findForEdit(tx, key, actor);
    if ((award?.version ?? null) !== version) throw new DomainError('edited-meanwhile');
    const changes = await listAwardChanges(tx, key);
    const state = stateAfterLine(AWARD_PAST, award?.state ?? null, changes, entryId);
    refuseBreaches(wave, state);
    if (award) {
      const written = await writeStates(tx, actor, [{ key, award, after: state }], 'restored');
      if (written === 0) throw new DomainError('version-unknown');
      return;
    }
    await putBack(tx, actor, [{ key, state }]);
  });
}
