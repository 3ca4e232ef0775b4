import { recordAudit } from '@/lib/audit/record';
import { getDb, sql } from '@/lib/database/db';
import { DetailedError, DomainError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import { refuseOtherVersion, withChoices } from '@/lib/versions/conflict';
import { stateAfterLine } from '@/lib/versions/former-state';
import type { Prisma } from '@/prisma/generated/client';
import type { WaveFact } from './fields';
import type { WaveFacts } from './schema';
import { factsOfWave, listWaveChanges, WAVE_CHOICES, WAVE_PAST, waveColumns } from './state';
import { change, erase, holdCall, isTaken, refuseTakenRank, reopen } from './write';

type Tx = Prisma.TransactionClient;

const refuseOthers = (actor: Actor) => {
  if (!mayAct(actor, 'wave:edit', [])) throw new DomainError('out-of-scope');
};

/** No award can be written under a rule that is changing. */
async function findForEdit(tx: Tx, waveId: string) {
  await tx.$queryRaw(sql`SELECT 1 FROM wave WHERE id = ${waveId} FOR UPDATE`);
  const wave = await tx.wave.findUnique({ where: { id: waveId } });
  if (!wave) throw new DomainError('wave-unknown');
  return wave;
}

export async function createWave({ id, ...facts }: WaveFacts & { id: string }, actor: Actor): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const callId = await holdCall(tx);
    if (await isTaken(tx, id)) throw new DomainError('wave-id-taken', 'id');
    await refuseTakenRank(tx, callId, facts.rank, id);
    // One that was deleted counts on: a form opened on it before never passes for a new one.
    const [last] = await listWaveChanges(tx, id, 1);
    const version = Number(last?.before?.version ?? 0) + 1;
    await tx.wave.create({ data: { id, callId, ...waveColumns(facts), version } });
    await recordAudit(tx, actor, {
      action: 'wave.created',
      subjectKind: 'wave',
      subjectId: id,
      after: { ...facts, version },
    });
  });
}

/** `entryId` is the line of the journal that tells of its deletion, the last one of it. */
export async function reopenWave(
  { waveId, entryId }: { waveId: string; entryId: string },
  actor: Actor,
): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    await holdCall(tx);
    if (await isTaken(tx, waveId)) throw new DetailedError('wave-id-taken', { waveId });
    const [last] = await listWaveChanges(tx, waveId);
    if (last?.action !== 'wave.deleted') throw new DomainError('wave-unknown');
    if (String(last.id) !== entryId) throw new DomainError('edited-meanwhile');
    await reopen(tx, actor, waveId, WAVE_PAST.atEnd(last), Number(last.before?.version ?? 0) + 1);
  });
}

type SavedWave = WaveFacts & {
  waveId: string;
  version: number;
  keepSaved?: readonly WaveFact[];
};

export async function saveWave({ waveId, version, keepSaved = [], ...sent }: SavedWave, actor: Actor): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const wave = await findForEdit(tx, waveId);
    const saved = factsOfWave(wave);
    const typed = withChoices(sent, saved, keepSaved, WAVE_CHOICES.namesOf);
    const lines = wave.version === version ? [] : await listWaveChanges(tx, waveId);
    refuseOtherVersion(WAVE_CHOICES, { saved: { version: wave.version, state: saved }, typed, version, lines });
    await change(tx, actor, wave, typed, 'wave.changed');
  }, TIME_FOR_THOUSANDS_OF_AWARDS);
}

const TIME_FOR_THOUSANDS_OF_AWARDS = { timeout: 30_000 };

/** To what the wave was after a line of the journal; line 0 is before the first. */
export async function restoreWave(
  { waveId, version, entryId }: { waveId: string; version: number; entryId: string },
  actor: Actor,
): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const wave = await findForEdit(tx, waveId);
    if (wave.version !== version) throw new DomainError('edited-meanwhile');
    const changes = await listWaveChanges(tx, waveId);
    const facts = stateAfterLine(WAVE_PAST, factsOfWave(wave), changes, entryId);
    await change(tx, actor, wave, facts, 'wave.restored');
  }, TIME_FOR_THOUSANDS_OF_AWARDS);
}

export async function deleteWave(
  { waveId, version }: { waveId: string; version: number },
  actor: Actor,
): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const wave = await findForEdit(tx, waveId);
    if (wave.version !== version) throw new DomainError('edited-meanwhile');
    await erase(tx, actor, wave);
  });
}
