import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getPool } from '@/lib/database/db';
import * as waves from '@/lib/waves/commands';
import { codeOf, freshAward, given, refusal, seed } from '../../support/award-desk';
import { makeActor, useActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';
import { waveFacts } from '../../support/typed-wave';
import { createWave, linesOfWave, storedWave } from '../../support/wave-desk';

useTestDatabase();
const admin = useActor();

const save = (waveId: string, version: number, change: Record<string, string> = {}, actor = admin) =>
  waves.saveWave({ ...waveFacts(change), waveId, version }, actor);

describe('a wave', () => {
  it('is opened with an id that nothing changes, a free rank, and a line in the journal', async () => {
    await createWave('vague-11', { rank: '11' }, admin);
    expect(await storedWave('vague-11')).toMatchObject({
      rank: 11,
      announced_on_precision: 'month',
      min_total_euros: 75_000,
    });
    expect(await linesOfWave('vague-11')).toMatchObject([
      { action: 'wave.created', after: { rank: 11, announcedOn: '2026-12-01' } },
    ]);
    expect(await codeOf(waves.createWave({ ...waveFacts({ rank: '12' }), id: 'vague-11' }, admin))).toBe(
      'wave-id-taken',
    );
    const taken = await refusal(waves.createWave({ ...waveFacts({ rank: '1' }), id: 'vague-12' }, admin));
    expect([taken.code, taken.sentence]).toEqual(['wave-rank-taken', 'Ce rang est déjà celui de « Vague 1 ».']);
    await expect(getPool().query(`UPDATE wave SET id = 'autre' WHERE id = 'vague-11'`)).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('is the administrator’s alone', async () => {
    for (const actor of [await makeActor('editor'), await makeActor('editor', ['32']), await makeActor('reader')]) {
      expect(await codeOf(waves.createWave({ ...waveFacts(), id: 'vague-13' }, actor))).toBe('out-of-scope');
      expect(await codeOf(save('vague-1', 1, {}, actor))).toBe('out-of-scope');
      expect(await codeOf(waves.deleteWave({ waveId: 'vague-10', version: 1 }, actor))).toBe('out-of-scope');
      expect(await codeOf(waves.restoreWave({ waveId: 'vague-1', version: 1, entryId: '0' }, actor))).toBe(
        'out-of-scope',
      );
    }
  });

  it('is refused a rule that its awards break, each named with its link', async () => {
    const waveId = await createWave('vague-14', { rank: '14' }, admin);
    const key = await freshAward(waveId);
    await awards.saveAward(await given({ instalments: [seed(1, 50_000), seed(3, 40_000)] }, key), admin);
    const lower = await refusal(save(waveId, 1, { rank: '14', annualCeilingEuros: '45000' }));
    expect(lower.code).toBe('rule-breaks-awards');
    expect(lower.sentence).toContain('1 labellisation déjà saisie. Rien n’est enregistré : corrigez-la d’abord');
    expect(lower.details.links).toHaveLength(1);
    expect(lower.details.links?.[0]?.href).toBe(`/admin/structures/${key.structureId}/labellisations/vague-14`);
    expect(await codeOf(save(waveId, 1, { rank: '14', durationYears: '2' }))).toBe('rule-breaks-awards');
    await save(waveId, 1, { rank: '14', annualCeilingEuros: '60000' });
    expect(await storedWave(waveId)).toMatchObject({ annual_ceiling_euros: 60_000, version: 2 });
  });

  it('never ends with an instalment above a ceiling lowered at the same moment', async () => {
    const waveId = await createWave('vague-15', { rank: '15' }, admin);
    for (let pair = 0; pair < 10; pair += 1) {
      const key = await freshAward(waveId);
      const { version } = await storedWave(waveId);
      const change = await given({ instalments: [seed(1, 50_000)] }, key);
      await Promise.allSettled([
        awards.saveAward(change, admin),
        save(waveId, version, { rank: '15', annualCeilingEuros: '40000' }),
      ]);
      const { rows } = await getPool().query(
        `SELECT count(*)::int AS wrong FROM instalment i JOIN award a ON a.id = i.award_id JOIN wave w ON w.id = a.wave_id
          WHERE w.id = $1 AND i.amount_euros > w.annual_ceiling_euros`,
        [waveId],
      );
      expect(rows[0].wrong).toBe(0);
      await getPool().query(`UPDATE wave SET annual_ceiling_euros = 50000 WHERE id = $1`, [waveId]);
    }
  });

  it('is not deleted while a structure is in it; empty, it goes and the journal keeps it', async () => {
    expect(await codeOf(waves.deleteWave({ waveId: 'vague-1', version: 1 }, admin))).toBe('wave-has-awards');
    const waveId = await createWave('vague-16', { rank: '16' }, admin);
    await waves.deleteWave({ waveId, version: 1 }, admin);
    expect(await storedWave(waveId)).toBeUndefined();
    expect((await linesOfWave(waveId)).at(-1)).toMatchObject({
      action: 'wave.deleted',
      before: { shortLabel: 'Vague 11', rank: 16 },
    });
  });

  it('is not saved over someone else’s change, and goes back to a former version', async () => {
    const waveId = await createWave('vague-17', { rank: '17' }, admin);
    await save(waveId, 1, { rank: '17', note: 'Une note' });
    expect(await codeOf(save(waveId, 1, { rank: '17' }))).toBe('edited-meanwhile');
    expect(await codeOf(save(waveId, 2, { rank: '17', note: 'Une note' }))).toBe('already-done');
    const theirs = await save(waveId, 1, { rank: '17', announcedCount: '41' }).catch((error: unknown) => error);
    expect(theirs).toMatchObject({
      conflict: {
        version: 2,
        fields: [
          { name: 'announcedCount', saved: '40', typed: '41', suggested: 'typed' },
          { name: 'note', saved: 'Une note', typed: 'vide', suggested: 'saved' },
        ],
      },
    });
    const [first] = await linesOfWave(waveId);
    await waves.restoreWave({ waveId, version: 2, entryId: first.id }, admin);
    expect(await storedWave(waveId)).toMatchObject({ note: null, version: 3 });
    expect((await linesOfWave(waveId)).at(-1)).toMatchObject({
      action: 'wave.restored',
      before: { note: 'Une note' },
      after: { note: null },
    });
    expect(await codeOf(waves.restoreWave({ waveId, version: 3, entryId: '0' }, admin))).toBe('version-unknown');
  });
});
