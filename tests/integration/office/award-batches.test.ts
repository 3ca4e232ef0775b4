import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getAward } from '@/lib/awards/queries';
import * as batches from '@/lib/batches/commands';
import { getAwardBatch } from '@/lib/batches/queries';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { codeOf, currentAward, given, plain, refusal, seed } from '../../support/award-desk';
import { giveAward, makeActor, useActor } from '../../support/office-records';
import { createStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

const WAVE = 'vague-8';
const admin = useActor();

let made = 0;
const draft = (communeCode = '59512') => {
  made += 1;
  return createStructure({ name: `Fabrique ${made}`, communeCode }, admin);
};
const nameOf = async (id: string) =>
  (await getPool().query<{ name: string }>('SELECT name FROM structure WHERE id = $1', [id])).rows[0]?.name;
const add = async (structureIds: readonly string[], actor = admin) =>
  (await awards.addManyAwards({ waveId: WAVE, structureIds, label: 'fabrique', sourceUrl: null }, actor)).batchId;
const inside = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((structureId) => getAward({ structureId, waveId: WAVE })))).map((award) => award !== null);
const journalCount = async () =>
  (await getPool().query('SELECT count(*)::int AS count FROM audit_entry')).rows[0].count;

describe('a batch of added awards', () => {
  it('is taken back whole, which is itself recorded and taken back', async () => {
    const ids = [await draft(), await draft(), await draft()];
    const added = await add(ids);
    expect(await getAwardBatch(added, WAVE)).toEqual({ action: 'award.added', count: 3 });
    const gone = await batches.revertAwardBatch(added, admin);
    expect(gone).toMatchObject({ count: 3, waveId: WAVE });
    expect(await inside(ids)).toEqual([false, false, false]);
    const { rows } = await getPool().query(
      'SELECT action, before, actor_id FROM audit_entry WHERE batch_id = $1 ORDER BY id',
      [gone.batchId],
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      action: 'award.removed',
      actor_id: admin.id,
      before: { label: 'fabrique', version: 1 },
    });

    const back = await batches.revertAwardBatch(gone.batchId, admin);
    expect(await inside(ids)).toEqual([true, true, true]);
    expect(await currentAward({ structureId: ids[0] ?? '', waveId: WAVE })).toMatchObject({
      version: 2,
      state: { label: 'fabrique' },
    });
    expect(await getAwardBatch(back.batchId, WAVE)).toEqual({ action: 'award.restored', count: 3 });
    await batches.revertAwardBatch(back.batchId, admin);
    expect(await inside(ids)).toEqual([false, false, false]);
  });

  it('with some changed, funded, paid or gone since, stays whole, and the refusal names each with its reason', async () => {
    const ids = await Promise.all([draft(), draft(), draft(), draft(), draft(), draft()]);
    const added = await add(ids);
    const [untouched = '', changed = '', funded = '', paid = '', removed = '', again = ''] = ids;
    const key = (structureId: string) => ({ structureId, waveId: WAVE });
    const save = async (structureId: string, change: Parameters<typeof given>[0]) =>
      awards.saveAward(await given(change, key(structureId)), admin);
    await save(changed, { conventionReference: 'C-1' });
    await save(funded, { instalments: [seed(1, 50_000)] });
    await save(paid, { instalments: [seed(1, 50_000, { status: 'paid', paidOn: '2021-06-01' })] });
    await awards.removeAward({ ...key(removed), version: 1 }, admin);
    // Taken out and added anew: the version is the same, the act is not.
    await awards.removeAward({ ...key(again), version: 1 }, admin);
    await awards.addAward({ ...key(again), label: 'fabrique', sourceUrl: null }, admin);
    const before = await journalCount();
    const refused = await refusal(batches.revertAwardBatch(added, admin));
    expect(refused.code).toBe('edited-since');
    expect(refused.sentence).toContain('5 structures de ce lot ont changé depuis : rien n’a été défait');
    const words = (refused.details.links ?? []).map((link) => plain(link.words));
    expect(words.toSorted()).toEqual(
      [
        `${await nameOf(changed)} : modifiée depuis`,
        `${await nameOf(funded)} : des versements sont saisis`,
        `${await nameOf(paid)} : un versement est déjà fait`,
        `${await nameOf(removed)} : retirée depuis`,
        `${await nameOf(again)} : modifiée depuis`,
      ].toSorted(),
    );
    expect(refused.details.links?.map(({ href }) => href)).toContain(
      `/admin/structures/${paid}/labellisations/${WAVE}`,
    );
    expect(await inside([untouched, changed])).toEqual([true, true]);
    expect(await journalCount()).toBe(before);
  });

  it('on which a public record would have rested alone stays whole, and the record is named', async () => {
    const [alone, other] = [await draft(), await draft()];
    const added = await add([alone, other]);
    await structures.publishStructure({ id: alone, version: 1 }, admin);
    const refused = await refusal(batches.revertAwardBatch(added, admin));
    expect(refused.code).toBe('award-last');
    expect(refused.details.links).toEqual([
      { words: await nameOf(alone), href: `/admin/structures/${alone}/labellisations/${WAVE}` },
    ]);
    expect(await inside([alone, other])).toEqual([true, true]);
    await giveAward(alone, 'vague-9');
    await batches.revertAwardBatch(added, admin);
    expect(await inside([alone, other])).toEqual([false, false]);
  });

  it('is out of reach of the editor of another région, and of a reader; what is no batch of awards is unknown', async () => {
    const north = await makeActor('editor', ['32']);
    const ids = [await draft(), await draft('35238')];
    const added = await add(ids);
    const refused = await refusal(batches.revertAwardBatch(added, north));
    expect(refused.code).toBe('out-of-scope');
    // A draft of another région does not exist for them: it is counted, never named.
    expect(refused.details.links).toEqual([]);
    expect(refused.sentence).toContain('1 structure de ce lot est hors de vos régions (dont 1 non publiée)');
    expect(await codeOf(batches.revertAwardBatch(added, await makeActor('reader')))).toBe('out-of-scope');
    expect(await inside(ids)).toEqual([true, true]);
    await batches.revertAwardBatch(await add([await draft()], north), north);

    const key = { structureId: await draft(), waveId: 'vague-1' };
    await awards.addAward({ ...key, label: 'unknown', sourceUrl: null }, admin);
    await awards.saveAward(await given({ label: 'fabrique', instalments: [seed(1, 10_000)] }, key), admin);
    const { rows } = await getPool().query(
      `SELECT batch_id AS batch FROM audit_entry WHERE action = 'award.changed' AND subject_id = $1`,
      [`${key.structureId}/vague-1`],
    );
    for (const batch of [rows[0].batch, crypto.randomUUID()]) {
      expect(await codeOf(batches.revertAwardBatch(batch, admin))).toBe('batch-unknown');
      expect(await getAwardBatch(batch, 'vague-1')).toBeNull();
    }
  });

  it('of which one structure was erased since is taken back for the others', async () => {
    const [stays, erased] = [await draft(), await draft()];
    const added = await add([stays, erased]);
    await structures.eraseDraft({ id: erased, version: 1 }, admin);
    expect(await batches.revertAwardBatch(added, admin)).toMatchObject({ count: 1 });
    expect(await inside([stays])).toEqual([false]);
    const alone = await draft();
    const other = await add([alone]);
    await structures.eraseDraft({ id: alone, version: 1 }, admin);
    expect(await codeOf(batches.revertAwardBatch(other, admin))).toBe('batch-unknown');
  });

  it('is taken back once by two people at the same moment', async () => {
    const added = await add([await draft(), await draft()]);
    const both = await Promise.allSettled([
      batches.revertAwardBatch(added, admin),
      batches.revertAwardBatch(added, admin),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('structures picked for a wave', () => {
  it('that are gone, elsewhere or already in it refuse all, and are named as far as the editor may know them', async () => {
    const north = await makeActor('editor', ['32']);
    const { rows } = await getPool().query(
      `SELECT id, name, slug FROM structure WHERE region_code = '53' AND published_at IS NOT NULL ORDER BY id LIMIT 1`,
    );
    const [here, hidden] = [await draft(), await draft('35238')];
    const elsewhere = await refusal(add([here, rows[0].id, hidden], north));
    expect(elsewhere.code).toBe('out-of-scope');
    expect(elsewhere.details.links).toEqual([{ words: rows[0].name, href: `/fabriques/${rows[0].slug}` }]);
    expect(elsewhere.sentence).toBe(
      '2 structures cochées sont hors de vos régions (dont 1 non publiée) : rien n’a été enregistré. Décochez-les, puis recommencez.',
    );
    const gone = await refusal(add([here, 'nobody']));
    expect(gone).toMatchObject({ code: 'structure-unknown', details: { values: { structureIds: [here] } } });
    await add([here]);
    const already = await refusal(add([here, await draft()]));
    expect(already.code).toBe('award-exists');
    expect(already.sentence).toContain('1 structure cochée est déjà dans cette vague');
    expect(already.details.links).toHaveLength(1);
  });
});
