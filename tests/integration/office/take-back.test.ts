import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { given, seed } from '../../support/award-desk';
import { type Act, keyOf, performBatch, sayAll, takeBack } from '../../support/mixed-batch';
import { giveAward, makeActor, useActor } from '../../support/office-records';
import { createStructure, saveStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

let made = 0;
const fresh = (stem: string) => {
  made += 1;
  return `${stem}-${made}`;
};
const draft = () => createStructure({ name: fresh('Lieu') }, admin);
const inserted = (id: string, amountEuros = 20_000) => {
  const { row: _, ...instalment } = seed(1, amountEuros);
  return { ...instalment, id };
};
const paid = (id: string) => ({ ...inserted(id), status: 'paid' as const, paidOn: '2021-06-01' });
const publishedAt = '2026-01-01T00:00:00.000Z';
const sources = [{ url: 'https://exemple.fr/lot', title: 'Lot', publishedOn: null }];

const wholeBirth = (id: string, waveId: string, rank: number): Act[] => [
  { kind: 'opening', id: waveId, rank },
  { kind: 'birth', id, name: `Né ${id}` },
  { kind: 'entry', key: { structureId: id, waveId } },
  { kind: 'award', key: { structureId: id, waveId }, change: { instalments: [paid(crypto.randomUUID())] } },
  { kind: 'structure', id, patch: { sources, publishedAt } },
];

describe('a batch over structures, awards, instalments and waves', () => {
  it('is taken back whole, money included, and so is the way back', async () => {
    const old = await draft();
    await giveAward(old, 'vague-8');
    const [born, wave] = [fresh('ne'), fresh('vague-lot')];
    const said = () => sayAll([old, born], [wave]);
    const before = await said();
    const batch = await performBatch(admin, [
      ...wholeBirth(born, wave, 901),
      { kind: 'structure', id: old, patch: { name: 'Renommé', territory: 'rural', territoryBasis: 'source' } },
      { kind: 'exit', key: { structureId: old, waveId: 'vague-8' } },
      { kind: 'entry', key: { structureId: old, waveId: wave } },
    ]);
    const after = await said();
    const gone = await takeBack(admin, batch);
    expect(gone.back.toSorted()).toEqual(
      [born, old, wave, keyOf(born, wave), keyOf(old, wave), keyOf(old, 'vague-8')].toSorted(),
    );
    expect([gone.kept, gone.refused]).toEqual([[], {}]);
    const isBorn = ({ key }: { key: string }) => key === born;
    expect((await said()).filter((row) => !isBorn(row))).toEqual(before);
    // Its address stays taken: a key that came with the batch is archived.
    expect((await said()).find((row) => isBorn(row) && row.kind === 'structure')?.said).toMatchObject({
      archived_at: expect.any(String),
    });

    const again = await takeBack(admin, gone.batchId);
    expect([again.kept, again.refused]).toEqual([[], {}]);
    expect(await said()).toEqual(after);
  });

  it('keeps what was changed since, says which, and gives the rest back', async () => {
    const [one, two, three] = [await draft(), await draft(), await draft()];
    for (const id of [one, two]) await giveAward(id, 'vague-8');
    const key = { structureId: two, waveId: 'vague-8' };
    const [left, right] = [crypto.randomUUID(), crypto.randomUUID()];
    const batch = await performBatch(admin, [
      ...[one, two, three].map((id): Act => ({ kind: 'structure', id, patch: { address: 'rue du Lot' } })),
      { kind: 'award', key, change: { instalments: [inserted(left), { ...inserted(right), yearOfAid: 2 }] } },
    ]);
    const saved = await structures.restoreVersion({ id: one, version: 2, target: 1 }, admin);
    expect(saved).toBe(3);
    await structures.archiveStructure({ id: two, version: 2 }, admin);
    const instalments = [
      { ...paid(left), row: 'v1' },
      { ...inserted(right), yearOfAid: 2, row: 'v2' },
    ];
    await awards.saveAward(await given({ instalments }, key), admin);
    const { back, kept, refused } = await takeBack(admin, batch);
    // What happened elsewhere on the record leaves what the batch wrote of it free to go.
    expect(back.toSorted()).toEqual([two, three].toSorted());
    expect(kept.toSorted()).toEqual([one, keyOf(two, 'vague-8')].toSorted());
    expect(refused).toEqual({});
  });

  it('refuses what its rules forbid, says why, and gives the rest back', async () => {
    const wave = fresh('vague-lot');
    const [alone, other, outside] = [await draft(), await draft(), await draft()];
    const batch = await performBatch(admin, [
      { kind: 'opening', id: wave, rank: 902 },
      ...[alone, other].map((structureId): Act => ({ kind: 'entry', key: { structureId, waveId: wave } })),
      { kind: 'structure', id: outside, patch: { communeCode: '35238' } },
    ]);
    await saveStructure(alone, 1, { name: fresh('Seul') }, admin);
    await structures.publishStructure({ id: alone, version: 2 }, admin);
    expect(await takeBack(await makeActor('editor', ['53']), batch)).toMatchObject({
      refused: { [keyOf(alone, wave)]: 'out-of-scope', [wave]: 'out-of-scope', [outside]: 'out-of-scope' },
    });
    expect(await takeBack(admin, batch)).toMatchObject({
      back: [outside, keyOf(other, wave)],
      kept: [],
      refused: { [keyOf(alone, wave)]: 'award-last', [wave]: 'wave-has-awards' },
    });
  });

  it('leaves a key where it is when an award stays on it, and a contact, which the journal does not tell', async () => {
    const [born, wave, contact] = [fresh('ne'), fresh('vague-lot'), await draft()];
    const batch = await performBatch(admin, [
      ...wholeBirth(born, wave, 903),
      { kind: 'structure', id: contact, patch: { contactName: 'Camille' } },
    ]);
    const key = { structureId: born, waveId: wave };
    await awards.saveAward(await given({ conventionReference: 'C-1' }, key), admin);
    const { kept, refused } = await takeBack(admin, batch);
    expect(kept.toSorted()).toEqual([born, keyOf(born, wave)].toSorted());
    expect(refused).toEqual({ [wave]: 'wave-has-awards', [contact]: 'version-unknown' });
  });

  it('of any acts in any order comes back to what was, and back again to what was made', async () => {
    const ids = await Promise.all([draft(), draft(), draft()]);
    const waves = ['vague-1', 'vague-8'];
    for (const id of ids) await giveAward(id, 'vague-1');
    const key = fc.record({ structureId: fc.constantFrom(...ids), waveId: fc.constantFrom(...waves) });
    const money = fc
      .uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 3 })
      .chain((years) =>
        fc
          .tuple(...years.map(() => fc.integer({ min: 1, max: 50_000 })))
          .map((amounts) =>
            amounts.map((amount, at) => ({ ...inserted(crypto.randomUUID(), amount), yearOfAid: years[at] ?? 1 })),
          ),
      );
    const act: fc.Arbitrary<Act> = fc.oneof(
      fc.record({
        kind: fc.constant('structure' as const),
        id: fc.constantFrom(...ids),
        patch: fc.oneof(
          fc.record({ name: fc.constantFrom('Alpha', 'Bêta') }),
          fc.record({ communeCode: fc.constantFrom('59512', '35238') }),
          fc.record({ address: fc.constantFrom(null, 'rue du Lot'), sources: fc.constantFrom(sources, []) }),
        ),
      }),
      fc.record({ kind: fc.constantFrom('entry' as const, 'exit' as const), key }),
      fc.record({
        kind: fc.constant('award' as const),
        key,
        change: fc.oneof(
          fc.record({ label: fc.constantFrom('fabrique' as const, 'unknown' as const) }),
          fc.record({ instalments: money }),
        ),
      }),
      fc.record({
        kind: fc.constant('wave' as const),
        id: fc.constantFrom(...waves),
        change: fc.record({ note: fc.uuid() }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const before = await sayAll(ids, waves);
        const batch = await performBatch(admin, acts);
        const after = await sayAll(ids, waves);
        const gone = await takeBack(admin, batch);
        expect([gone.kept, gone.refused]).toEqual([[], {}]);
        expect(await sayAll(ids, waves)).toEqual(before);
        await takeBack(admin, gone.batchId);
        expect(await sayAll(ids, waves)).toEqual(after);
      }),
      { numRuns: 40, seed: 10 },
    );
    const { rows } = await getPool().query('SELECT count(*)::int AS count FROM instalment WHERE amount_euros > 0');
    expect(rows[0].count).toBeGreaterThan(0);
  });
});
