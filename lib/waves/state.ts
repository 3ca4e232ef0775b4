import { listChanges } from '@/lib/audit/changes';
import { dayOf, toDate } from '@/lib/database/days';
import { fieldWords } from '@/lib/fields/field';
import type { Parts } from '@/lib/versions/conflict';
import { type Past, putBack } from '@/lib/versions/former-state';
import type { Prisma, Wave as WaveRow } from '@/prisma/generated/client';
import { WAVE_FACTS, WAVE_FIELDS, type WaveFact, waveFactLabel } from './fields';
import type { WaveFacts } from './schema';

/** Days are `YYYY-MM-DD`. */
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

export const listWaveChanges = (tx: Prisma.TransactionClient, waveId: string, most?: number) =>
  listChanges(tx, ['wave'], waveId, most);

export const WAVE_PAST: Past<WaveFacts> = {
  isBirth: ({ action }) => action === 'wave.created' || action === 'wave.reopened',
  isEnd: ({ action }) => action === 'wave.deleted',
  atEnd: ({ before }) => Object.fromEntries(WAVE_FACTS.map((name) => [name, before?.[name] ?? null])) as WaveFacts,
  before: (facts, line) => putBack(facts, line, WAVE_FACTS),
};

export const WAVE_CHOICES: Parts<WaveFacts, WaveFact> = {
  parts: WAVE_FACTS,
  label: waveFactLabel,
  say: (name, facts) => fieldWords(WAVE_FIELDS[name], facts[name]),
  isSame: (name, one, other) => one[name] === other[name],
  namesOf: (name) => [name],
};
