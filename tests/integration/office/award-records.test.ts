import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getAward } from '@/lib/awards/queries';
import { awardForm } from '@/lib/awards/schema';
import { getDb, getPool } from '@/lib/database/db';
import { codeOf, currentAward, freshAward, given, refusal, seed } from '../../support/award-desk';
import { makeActor, useActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const save = async (...about: Parameters<typeof given>) => awards.saveAward(await given(...about), admin);

const KEY = { structureId: 'fabt-032', waveId: 'vague-1' };
const NOTHING = { sourceUrl: null, conventionOn: null, conventionReference: null, conventionObject: null };
const countInWave = () => getDb().award.count({ where: { waveId: 'vague-10' } });

describe('an award', () => {
  it('is refused a save over someone else’s, with the fields that differ', async () => {
    const key = await freshAward('vague-1');
    const mine = await given({ label: 'fabrique' }, key);
    await save({ label: 'fabrique_numerique', conventionReference: 'C-1' }, key);
    const refused = await awards.saveAward(mine, admin).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'edited-meanwhile',
      conflict: {
        version: 2,
        fields: [
          { name: 'label', saved: 'Fabrique numérique', typed: 'Fabrique de territoire', suggested: 'saved' },
          { name: 'conventionReference', saved: 'C-1', typed: 'vide', suggested: 'saved' },
        ],
      },
    });
    // Chosen field by field, over the version that was shown.
    await awards.saveAward({ ...mine, version: 2, keepSaved: ['conventionReference'] }, admin);
    expect((await currentAward(key)).state).toMatchObject({ label: 'fabrique', conventionReference: 'C-1' });
  });

  it('that left its wave and came back counts on: a form opened before is told', async () => {
    const key = await freshAward('vague-1');
    const mine = await given({ label: 'fabrique' }, key);
    await awards.removeAward({ ...key, version: 1 }, admin);
    await awards.addAward({ ...key, label: 'fabrique_numerique', sourceUrl: null }, admin);
    expect((await currentAward(key)).version).toBe(2);
    expect(await codeOf(awards.saveAward(mine, admin))).toBe('edited-meanwhile');
    expect((await currentAward(key)).state.label).toBe('fabrique_numerique');
  });

  it('leaves the instalments of another one alone whatever ids it is given, and writes nothing when nothing changed', async () => {
    const [one, two] = [await freshAward('vague-1'), await freshAward('vague-1')];
    await save({ instalments: [seed(1, 10_000)] }, one);
    const { instalments } = await given({}, one);
    await save({ instalments: [...instalments, ...instalments] }, two);
    expect((await currentAward(one)).state.instalments).toHaveLength(1);
    const ids = (await currentAward(two)).state.instalments.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain(instalments[0]?.id);
    expect(await codeOf(save({}, one))).toBe('already-done');
  });

  it('is out of reach of the editor of another région, and of a reader', async () => {
    const bretagne = await makeActor('editor', ['53']);
    const reader = await makeActor('reader');
    const key = await freshAward('vague-1');
    const whole = await given({ label: 'fabrique' }, key);
    for (const actor of [bretagne, reader]) {
      expect(await codeOf(awards.saveAward(whole, actor))).toBe('out-of-scope');
      expect(await codeOf(awards.removeAward(whole, actor))).toBe('out-of-scope');
      expect(await codeOf(awards.restoreAward({ ...key, entryId: '0', version: 1 }, actor))).toBe('out-of-scope');
      expect(
        await codeOf(awards.addAward({ ...key, waveId: 'vague-8', label: 'unknown', sourceUrl: null }, actor)),
      ).toBe('out-of-scope');
    }
    await awards.saveAward(whole, await makeActor('editor', ['32']));
  });

  it('comes in batches of which one outside refuses all', async () => {
    const north = await makeActor('editor', ['32']);
    const add = (structureIds: string[]) =>
      awards.addManyAwards({ waveId: 'vague-10', structureIds, label: 'unknown', sourceUrl: null }, north);
    const { rows } = await getPool().query(
      `SELECT (SELECT array_agg(id) FROM structure WHERE region_code = '32') AS here, (SELECT min(id) FROM structure WHERE region_code = '53') AS elsewhere`,
    );
    const here: string[] = rows[0].here.slice(0, 3);
    expect(await codeOf(add([...here, rows[0].elsewhere]))).toBe('out-of-scope');
    expect(await codeOf(add([...here, 'nobody']))).toBe('structure-unknown');
    expect(await countInWave()).toBe(0);
    await add(here);
    expect(await countInWave()).toBe(3);
    const again = await refusal(add(here.slice(0, 1).concat(here[2] ?? '')));
    expect(again.code).toBe('award-exists');
    expect(again.details.links).toHaveLength(2);
    const lines = await getPool().query(
      `SELECT count(*)::int AS lines, count(DISTINCT batch_id)::int AS batches FROM audit_entry WHERE action = 'award.added' AND subject_id LIKE '%/vague-10'`,
    );
    expect(lines.rows[0]).toEqual({ lines: 3, batches: 1 });
  });

  it('has the years of a flat-rate wave planned in one act, once, even by two people', async () => {
    const key = await freshAward('vague-5');
    const once = await given({ isPlanning: true }, key);
    const results = await Promise.allSettled([awards.saveAward(once, admin), awards.saveAward(once, admin)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { instalments } = (await currentAward(key)).state;
    expect(instalments.map(({ yearOfAid, amountEuros, status }) => [yearOfAid, amountEuros, status])).toEqual([
      [1, 50_000, 'planned'],
      [2, 50_000, 'planned'],
      [3, 50_000, 'planned'],
    ]);
    const free = await freshAward('vague-1');
    expect(await codeOf(save({ isPlanning: true }, free))).toBe('nothing-to-plan');
  });

  it('is not removed while something is paid; removed, it comes back whole', async () => {
    const key = await freshAward('vague-5');
    await save({ isPlanning: true }, key);
    const { instalments, ...whole } = await given({}, key);
    const paid = instalments.map((one, at) =>
      at === 0 ? { ...one, status: 'paid' as const, paidOn: '2021-06-01' } : one,
    );
    await awards.saveAward({ ...whole, instalments: paid }, admin);
    expect(await codeOf(awards.removeAward(await given({}, key), admin))).toBe('award-paid');
    await save({ conventionReference: 'C-7', instalments }, key);
    const before = await currentAward(key);
    await awards.removeAward({ ...key, version: before.version }, admin);
    expect(await getAward(key)).toBeNull();
    const { rows } = await getPool().query(
      `SELECT id::text FROM audit_entry WHERE subject_id = $1 AND action <> 'award.removed' ORDER BY id DESC LIMIT 1`,
      [`${key.structureId}/${key.waveId}`],
    );
    await awards.restoreAward({ ...key, entryId: rows[0].id, version: null }, admin);
    const after = await currentAward(key);
    expect(after.state).toEqual(before.state);
    expect(after.version).toBe(before.version + 1);
  });

  it('is not removed when a public record rests on it alone', async () => {
    const key = { structureId: 'fabt-034', waveId: 'vague-1' };
    const whole = { ...key, version: (await currentAward(key)).version };
    expect(await codeOf(awards.removeAward(whole, admin))).toBe('award-last');
    await awards.addAward({ structureId: 'fabt-034', waveId: 'vague-10', label: 'unknown', sourceUrl: null }, admin);
    await awards.removeAward(whole, admin);
    expect(await getAward(key)).toBeNull();
  });

  it('goes back to any of its versions, and forward again', async () => {
    const key = await freshAward('vague-1');
    await save({ label: 'fabrique', instalments: [seed(1, 10_000)] }, key);
    const second = await currentAward(key);
    await save({ instalments: [seed(2, 20_000)], conventionObject: 'Amorçage' }, key);
    const third = await currentAward(key);
    const { rows } = await getPool().query(
      `SELECT id::text, action FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [`${key.structureId}/${key.waveId}`],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'award.added',
      'award.changed',
      'instalment.changed',
      'award.changed',
      'instalment.changed',
    ]);
    await awards.restoreAward({ ...key, entryId: rows[2].id, version: third.version }, admin);
    expect((await currentAward(key)).state).toEqual(second.state);
    await awards.restoreAward({ ...key, entryId: rows[4].id, version: 4 }, admin);
    expect((await currentAward(key)).state).toEqual(third.state);
    expect(await codeOf(awards.restoreAward({ ...key, entryId: '0', version: 5 }, admin))).toBe('version-unknown');
  });

  it('takes nothing from fields that no form has', () => {
    const read = awardForm.parse({
      ...KEY,
      version: '3',
      label: 'fabrique',
      id: 'x',
      regionScope: '53',
      publishedAt: '2020-01-01',
      'v0-purpose': 'seed',
      'v0-status': 'planned',
      'v0-yearOfAid': '1',
      'v0-amountEuros': '50 000 €',
      'v0-awardId': 'elsewhere',
    });
    expect(read).toEqual({
      ...KEY,
      version: 3,
      label: 'fabrique',
      ...NOTHING,
      isPlanning: false,
      keepSaved: [],
      instalments: [seed(1, 50_000, { row: 'v0' })],
    });
  });
});
