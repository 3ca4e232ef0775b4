import { beforeAll, describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import type { Actor } from '@/lib/permissions/actor';
import * as waves from '@/lib/waves/commands';
import { listDeletedWaves } from '@/lib/waves/office-queries';
import { newWaveForm, type WaveFacts } from '@/lib/waves/schema';
import { plain, refusal } from '../../support/award-desk';
import { makeActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

let admin: Actor;
beforeAll(async () => {
  admin = await makeActor('administrator');
});

const facts = (change: Record<string, string>): WaveFacts => {
  const typed = { label: 'Vague perdue', shortLabel: 'Perdue', announcedOn: '12/2026', announcedOnPrecision: 'month' };
  const { id: _, ...rest } = newWaveForm.parse({ ...typed, ...change, id: 'unused' });
  return rest;
};
const stored = async (id: string) => (await getPool().query('SELECT * FROM wave WHERE id = $1', [id])).rows[0];
const lines = async (id: string) =>
  (
    await getPool().query(`SELECT id::text, action, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY id`, [
      id,
    ])
  ).rows;
const create = async (id: string, rank: number) => {
  await waves.createWave({ ...facts({ rank: String(rank) }), id }, admin);
  return id;
};

describe('a deleted wave', () => {
  it('comes back as it was, in the journal like the rest, and can be deleted and changed again', async () => {
    const waveId = await create('vague-18', 18);
    await waves.saveWave({ ...facts({ rank: '18', note: 'Une note' }), waveId, version: 1 }, admin);
    const before = await stored(waveId);
    await waves.deleteWave({ waveId, version: 2 }, admin);
    const deleted = (await listDeletedWaves()).find(({ id }) => id === waveId);
    expect(deleted).toMatchObject({ label: 'Vague perdue', entryId: (await lines(waveId)).at(-1)?.id });
    await waves.reopenWave({ waveId, entryId: deleted?.entryId ?? '' }, admin);
    const unlikely = { created_at: 0, updated_at: 0, version: 0 };
    expect({ ...(await stored(waveId)), ...unlikely }).toEqual({ ...before, ...unlikely });
    expect(await stored(waveId)).toMatchObject({ version: 3 });
    expect((await lines(waveId)).at(-1)).toMatchObject({
      action: 'wave.reopened',
      before: null,
      after: { rank: 18, note: 'Une note', version: 3 },
    });
    expect((await listDeletedWaves()).map(({ id }) => id)).not.toContain(waveId);
    const [created] = await lines(waveId);
    await waves.restoreWave({ waveId, version: 3, entryId: created.id }, admin);
    expect(await stored(waveId)).toMatchObject({ note: null, version: 4 });
    await waves.deleteWave({ waveId, version: 4 }, admin);
    expect((await refusal(waves.reopenWave({ waveId, entryId: deleted?.entryId ?? '' }, admin))).code).toBe(
      'edited-meanwhile',
    );
  });

  it('does not come back when its id or its rank was taken since, and the refusal says by which', async () => {
    const waveId = await create('vague-19', 19);
    await waves.deleteWave({ waveId, version: 1 }, admin);
    const entryId: string = (await lines(waveId)).at(-1)?.id;
    await create('vague-20', 19);
    const rank = await refusal(waves.reopenWave({ waveId, entryId }, admin));
    expect([rank.code, rank.details.links]).toEqual([
      'wave-rank-taken',
      [{ words: 'Perdue', href: '/admin/vagues/vague-20' }],
    ]);
    expect(plain(rank.details.sentence ?? '')).toContain('Son rang, le 19, est maintenant celui de « Perdue »');
    await waves.deleteWave({ waveId: 'vague-20', version: 1 }, admin);
    await create(waveId, 19);
    const taken = await refusal(waves.reopenWave({ waveId, entryId }, admin));
    expect(taken.code).toBe('wave-id-taken');
    expect(plain(taken.details.sentence ?? '')).toBe(
      'Une vague a de nouveau l’identifiant « vague-19 » : rien n’est rétabli.',
    );
    expect((await refusal(waves.reopenWave({ waveId: 'vague-99', entryId: '1' }, admin))).code).toBe('wave-unknown');
    expect((await refusal(waves.reopenWave({ waveId, entryId }, await makeActor('editor')))).code).toBe('out-of-scope');
  });

  it('comes back once when two administrators ask at the same moment', async () => {
    const waveId = await create('vague-21', 21);
    await waves.deleteWave({ waveId, version: 1 }, admin);
    const back = { waveId, entryId: String((await lines(waveId)).at(-1)?.id) };
    const both = await Promise.allSettled([waves.reopenWave(back, admin), waves.reopenWave(back, admin)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await lines(waveId)).filter(({ action }) => action === 'wave.reopened')).toHaveLength(1);
  });
});
