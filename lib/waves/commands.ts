import { recordAudit } from '@/lib/audit/record';
import { getDb, sql } from '@/lib/database/db';
import { DetailedError, DomainError } from '@/lib/errors';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import { refuseOtherVersion, withChoices } from '@/lib/versions/conflict';
import { differenceOf } from '@/lib/versions/difference';
import { stateAfterLine } from '@/lib/versions/former-state';
import type { Prisma } from '@/prisma/generated/client';
import { WAVE_FACTS, type WaveFact } from './fields';
import { awardsAgainst } from './rules';
import type { WaveFacts } from './schema';
import { factsOfWave, listWaveChanges, WAVE_CHOICES, WAVE_PAST, waveColumns } from './state';

type Tx = Prisma.TransactionClient;

/** So many awards are named in a refusal; the count says the rest. */
const MOST_NAMED = 20;

const refuseOthers = (actor: Actor) => {
  if (!mayAct(actor, 'wave:edit', [])) throw new DomainError('out-of-scope');
};

/** The wave, locked until the end: no award can be written under a rule that is changing. */
async function findForEdit(tx: Tx, waveId: string) {
  await tx.$queryRaw(sql`SELECT 1 FROM wave WHERE id = ${waveId} FOR UPDATE`);
  const wave = await tx.wave.findUnique({ where: { id: waveId } });
  if (!wave) throw new DomainError('wave-unknown');
  return wave;
}

const holderOfRank = (tx: Tx, callId: string, rank: number, waveId: string) =>
  tx.wave.findFirst({ where: { callId, rank, NOT: { id: waveId } }, select: { id: true, shortLabel: true } });

async function refuseTakenRank(tx: Tx, callId: string, rank: number, waveId: string) {
  const taken = await holderOfRank(tx, callId, rank, waveId);
  if (!taken) return;
  const sentence = `Ce rang est déjà celui de «\u00A0${taken.shortLabel}\u00A0».`;
  throw new DetailedError('wave-rank-taken', { sentence }, 'rank');
}

const INSTALMENT = { awardId: true, purpose: true, yearOfAid: true, amountEuros: true, status: true } as const;

/** A rule never makes existing awards wrong: they are named, and are to be settled first. */
async function refuseBreakingAwards(tx: Tx, waveId: string, facts: WaveFacts) {
  const awards = await tx.award.findMany({
    where: { waveId, instalments: { some: {} } },
    select: { id: true, structureId: true, waveId: true, label: true, structure: { select: { name: true } } },
    orderBy: [{ structure: { name: 'asc' } }, { id: 'asc' }],
  });
  // Apart from the awards: two relations would be read at once, and a transaction has one connection.
  const instalments = await tx.instalment.findMany({ where: { award: { waveId } }, select: INSTALMENT });
  const links = awardsAgainst(
    facts,
    awards.map(({ id, structure, ...award }) => ({
      ...award,
      name: structure.name,
      instalments: instalments.filter(({ awardId }) => awardId === id),
    })),
  );
  if (links.length === 0) return;
  const count = `${formatInteger(links.length)} ${plural(links.length, 'labellisation déjà saisie', 'labellisations déjà saisies')}`;
  throw new DetailedError('rule-breaks-awards', {
    sentence: `Cette règle serait enfreinte par ${count}${links.length > MOST_NAMED ? `, dont voici les ${MOST_NAMED} premières` : ''}. Rien n’est enregistré\u00A0: ${plural(links.length, 'corrigez-la', 'corrigez-les')} d’abord, ou la règle.`,
    links: links.slice(0, MOST_NAMED),
  });
}

/** The call, held until the end: of two waves at once, the second waits here, then finds the first. */
async function holdCall(tx: Tx): Promise<string> {
  const call = await tx.call.findFirst({ select: { id: true }, orderBy: [{ opensOn: 'asc' }, { id: 'asc' }] });
  if (!call) throw new DomainError('wave-unknown');
  await tx.$queryRaw(sql`SELECT 1 FROM call WHERE id = ${call.id} FOR UPDATE`);
  return call.id;
}

const isTaken = async (tx: Tx, id: string) =>
  (await tx.wave.findUnique({ where: { id }, select: { id: true } })) !== null;

/** Opens a wave of the call. Its id is chosen here, once and for all. */
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

/** Gives a deleted wave back, as it was. `entryId` is the line of the journal that tells of its deletion, the last one of it. */
export async function reopenWave(
  { waveId, entryId }: { waveId: string; entryId: string },
  actor: Actor,
): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const callId = await holdCall(tx);
    if (await isTaken(tx, waveId)) {
      throw new DetailedError('wave-id-taken', {
        sentence: `Une vague a de nouveau l’identifiant «\u00A0${waveId}\u00A0»\u00A0: rien n’est rétabli.`,
        links: [{ words: 'Voir cette vague', href: `/admin/vagues/${waveId}` }],
      });
    }
    const [last] = await listWaveChanges(tx, waveId);
    if (last?.action !== 'wave.deleted') throw new DomainError('wave-unknown');
    if (String(last.id) !== entryId) throw new DomainError('edited-meanwhile');
    const facts = WAVE_PAST.atEnd(last);
    const taken = await holderOfRank(tx, callId, facts.rank, waveId);
    if (taken) {
      throw new DetailedError('wave-rank-taken', {
        sentence: `Son rang, le ${formatInteger(facts.rank)}, est maintenant celui de «\u00A0${taken.shortLabel}\u00A0»\u00A0: donnez-en d’abord un autre à celle-ci. Rien n’est rétabli.`,
        links: [{ words: taken.shortLabel, href: `/admin/vagues/${taken.id}` }],
      });
    }
    const version = Number(last.before?.version ?? 0) + 1;
    await tx.wave.create({ data: { id: waveId, callId, ...waveColumns(facts), version } });
    await recordAudit(tx, actor, {
      action: 'wave.reopened',
      subjectKind: 'wave',
      subjectId: waveId,
      after: { ...facts, version },
    });
  });
}

type Verb = 'wave.changed' | 'wave.restored';

async function write(
  tx: Tx,
  actor: Actor,
  wave: Awaited<ReturnType<typeof findForEdit>>,
  facts: WaveFacts,
  action: Verb,
) {
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
  });
}

type SavedWave = WaveFacts & {
  waveId: string;
  version: number;
  /** Where the saved value was chosen over the typed one. */
  keepSaved?: readonly WaveFact[];
};

/** Saves all that is said of a wave, but its id. */
export async function saveWave({ waveId, version, keepSaved = [], ...sent }: SavedWave, actor: Actor): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const wave = await findForEdit(tx, waveId);
    const saved = factsOfWave(wave);
    const typed = withChoices(sent, saved, keepSaved, WAVE_CHOICES.namesOf);
    const lines = wave.version === version ? [] : await listWaveChanges(tx, waveId);
    refuseOtherVersion(WAVE_CHOICES, { saved: { version: wave.version, state: saved }, typed, version, lines });
    await write(tx, actor, wave, typed, 'wave.changed');
  }, LONG);
}

/** Thousands of awards may have to be read against the rule. */
const LONG = { timeout: 30_000 };

/** The way back to what a wave was after a line of the journal (0: before the first). Itself recorded, itself reversible. */
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
    await write(tx, actor, wave, facts, 'wave.restored');
  }, LONG);
}

/** Takes back a wave in which nobody is. */
export async function deleteWave(
  { waveId, version }: { waveId: string; version: number },
  actor: Actor,
): Promise<void> {
  refuseOthers(actor);
  await getDb().$transaction(async (tx) => {
    const wave = await findForEdit(tx, waveId);
    if (wave.version !== version) throw new DomainError('edited-meanwhile');
    if (await tx.award.findFirst({ where: { waveId }, select: { id: true } })) throw new DomainError('wave-has-awards');
    await tx.wave.delete({ where: { id: waveId } });
    await recordAudit(tx, actor, {
      action: 'wave.deleted',
      subjectKind: 'wave',
      subjectId: waveId,
      before: { ...factsOfWave(wave), version: wave.version },
    });
  });
}
