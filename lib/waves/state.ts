import { listChanges } from '@/lib/audit/changes';
import { dayOf, toDate } from '@/lib/days';
import type { Prisma, Wave as WaveRow } from '@/prisma/generated/client';
import { WAVE_FACTS } from './fields';
import type { WaveFacts } from './schema';

/** What staff may say of a wave. Days are `YYYY-MM-DD`. */
export function factsOfWave({
  id: _id,
  callId: _call,
  version: _version,
  createdAt: _created,
  updatedAt: _updated,
  opensOn,
  closesOn,
  announcedOn,
  ...rest
}: WaveRow): WaveFacts {
  return { ...rest, opensOn: dayOf(opensOn), closesOn: dayOf(closesOn), announcedOn: dayOf(announcedOn) };
}

export const waveColumns = ({ opensOn, closesOn, announcedOn, ...rest }: WaveFacts) => ({
  ...rest,
  opensOn: toDate(opensOn),
  closesOn: toDate(closesOn),
  announcedOn: toDate(announcedOn),
});

/** Only what differs, both ways; null when nothing does. */
export function changedFacts(before: WaveFacts, after: WaveFacts) {
  const names = WAVE_FACTS.filter((name) => before[name] !== after[name]);
  if (names.length === 0) return null;
  const pick = (facts: WaveFacts) => Object.fromEntries(names.map((name) => [name, facts[name]]));
  return { before: pick(before), after: pick(after) };
}

/** What the journal tells of a wave, newest first; all of it without a bound. `tx` may be the client itself, for a reading. */
export const listWaveChanges = (tx: Prisma.TransactionClient, waveId: string, most?: number) =>
  listChanges(tx, ['wave'], waveId, most);

/** The facts before a change of the journal. */
export const undoWaveChange = (
  facts: WaveFacts,
  { before }: { before: Record<string, unknown> | null },
): WaveFacts => ({
  ...facts,
  ...Object.fromEntries(WAVE_FACTS.flatMap((name) => (before && name in before ? [[name, before[name]]] : []))),
});

/** What a deleted wave was: the line that tells of its deletion holds all of it. */
export const factsBeforeDeletion = ({ before }: { before: Record<string, unknown> | null }): WaveFacts =>
  Object.fromEntries(WAVE_FACTS.map((name) => [name, before?.[name] ?? null])) as WaveFacts;
