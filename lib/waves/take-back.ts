import { DomainError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Noun, Turn } from '@/lib/versions/take-back';
import type { Prisma, Wave } from '@/prisma/generated/client';
import { WAVE_FACTS } from './fields';
import type { WaveFacts } from './schema';
import { factsOfWave, listWaveChanges, WAVE_PAST } from './state';
import { change, erase, reopen } from './write';

type Tx = Prisma.TransactionClient;
export type StandingWave = { wave: Wave | null; state: WaveFacts | null };

async function writeTurn(
  tx: Tx,
  actor: Actor,
  { id, held: { wave }, target }: Turn<StandingWave, WaveFacts>,
  batchId: string,
) {
  if (wave && target) return change(tx, actor, wave, target, 'wave.restored', { batchId });
  if (wave) return erase(tx, actor, wave, { batchId });
  if (!target) return;
  const [last] = await listWaveChanges(tx, id, 1);
  return reopen(tx, actor, id, target, Number(last?.before?.version ?? 0) + 1, { batchId });
}

export const WAVES: Noun<StandingWave, WaveFacts> = {
  kinds: ['wave'],
  past: WAVE_PAST,
  read: async (tx, ids) => {
    const waves = await tx.wave.findMany({ where: { id: { in: [...ids] } } });
    const byId = new Map(waves.map((wave) => [wave.id, wave]));
    return new Map(
      ids.map((id) => {
        const wave = byId.get(id) ?? null;
        return [id, { wave, state: wave && factsOfWave(wave) }];
      }),
    );
  },
  mayTouch: (actor) => mayAct(actor, 'wave:edit', []),
  inParts: (state) => state,
  partsOf: ({ before, after }) => WAVE_FACTS.filter((name) => name in { ...before, ...after }),
  write: async (tx, actor, turns, batchId) => {
    const obstacles = [];
    for (const turn of turns) {
      try {
        await writeTurn(tx, actor, turn, batchId);
      } catch (error) {
        // Each is refused before anything of it is written.
        if (!(error instanceof DomainError)) throw error;
        if (error.code !== 'already-done') obstacles.push({ id: turn.id, why: error.code });
      }
    }
    return obstacles;
  },
};
