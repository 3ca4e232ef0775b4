import { describe, expect, it } from 'vitest';
import * as waves from '@/lib/waves/commands';
import { listDeletedWaves } from '@/lib/waves/office-queries';
import { codeOf, refusal } from '../../support/award-desk';
import { makeActor, useActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';
import { waveFacts } from '../../support/typed-wave';
import { createWave, linesOfWave, storedWave } from '../../support/wave-desk';

useTestDatabase();
const admin = useActor();

const LOST = { label: 'Vague perdue', shortLabel: 'Perdue' };
const create = (id: string, rank: number) => createWave(id, { ...LOST, rank: String(rank) }, admin);

describe('a deleted wave', () => {
  it('comes back as it was, in the journal like the rest, and can be deleted and changed again', async () => {
    const waveId = await create('vague-18', 18);
    await waves.saveWave({ ...waveFacts({ ...LOST, rank: '18', note: 'Une note' }), waveId, version: 1 }, admin);
    const before = await storedWave(waveId);
    await waves.deleteWave({ waveId, version: 2 }, admin);
    const deleted = (await listDeletedWaves()).find(({ id }) => id === waveId);
    expect(deleted).toMatchObject({ label: 'Vague perdue', entryId: (await linesOfWave(waveId)).at(-1)?.id });
    await waves.reopenWave({ waveId, entryId: deleted?.entryId ?? '' }, admin);
    const unlikely = { created_at: 0, updated_at: 0, version: 0 };
    expect({ ...(await storedWave(waveId)), ...unlikely }).toEqual({ ...before, ...unlikely });
    expect(await storedWave(waveId)).toMatchObject({ version: 3 });
    expect((await linesOfWave(waveId)).at(-1)).toMatchObject({
      action: 'wave.reopened',
      before: null,
      after: { rank: 18, note: 'Une note', version: 3 },
    });
    expect((await listDeletedWaves()).map(({ id }) => id)).not.toContain(waveId);
    const [created] = await linesOfWave(waveId);
    await waves.restoreWave({ waveId, version: 3, entryId: created.id }, admin);
    expect(await storedWave(waveId)).toMatchObject({ note: null, version: 4 });
    await waves.deleteWave({ waveId, version: 4 }, admin);
    expect(await codeOf(waves.reopenWave({ waveId, entryId: deleted?.entryId ?? '' }, admin))).toBe('edited-meanwhile');
  });

  it('does not come back when its id or its rank was taken since, and the refusal says by which', async () => {
    const waveId = await create('vague-19', 19);
    await waves.deleteWave({ waveId, version: 1 }, admin);
    const entryId: string = (await linesOfWave(waveId)).at(-1)?.id;
    await create('vague-20', 19);
    const rank = await refusal(waves.reopenWave({ waveId, entryId }, admin));
    expect([rank.code, rank.details.links]).toEqual([
      'wave-rank-taken',
      [{ words: 'Perdue', href: '/admin/vagues/vague-20' }],
    ]);
    expect(rank.sentence).toContain('Son rang, le 19, est maintenant celui de « Perdue »');
    await waves.deleteWave({ waveId: 'vague-20', version: 1 }, admin);
    await create(waveId, 19);
    const taken = await refusal(waves.reopenWave({ waveId, entryId }, admin));
    expect(taken.code).toBe('wave-id-taken');
    expect(taken.sentence).toBe('Une vague a de nouveau l’identifiant « vague-19 » : rien n’est rétabli.');
    expect(await codeOf(waves.reopenWave({ waveId: 'vague-99', entryId: '1' }, admin))).toBe('wave-unknown');
    expect(await codeOf(waves.reopenWave({ waveId, entryId }, await makeActor('editor')))).toBe('out-of-scope');
  });

  it('comes back once when two administrators ask at the same moment', async () => {
    const waveId = await create('vague-21', 21);
    await waves.deleteWave({ waveId, version: 1 }, admin);
    const back = { waveId, entryId: String((await linesOfWave(waveId)).at(-1)?.id) };
    const both = await Promise.allSettled([waves.reopenWave(back, admin), waves.reopenWave(back, admin)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await linesOfWave(waveId)).filter(({ action }) => action === 'wave.reopened')).toHaveLength(1);
  });
});
