import { beforeAll, describe, expect, it } from 'vitest';
import * as batches from '@/lib/batches/commands';
import { getPool } from '@/lib/db';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure } from '@/lib/structures/history';
import { giveAward, makeActor, typedPlace } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

type Actor = Awaited<ReturnType<typeof makeActor>>;
let admin: Actor;
let north: Actor;
beforeAll(async () => {
  [admin, north] = await Promise.all([makeActor(), makeActor('editor', ['32'])]);
});

const create = (name: string, communeCode = '59512') =>
  structures.createStructure(typedPlace({ name, communeCode }), true, admin);
const statesOf = async (ids: string[]) => {
  const found = await Promise.all(ids.map(getEditedStructure));
  return found.map((one) => one?.state);
};
const journalCount = async () => {
  const { rows } = await getPool().query<{ count: number }>('SELECT count(*)::int AS count FROM audit_entry');
  return rows[0]?.count;
};

describe('many structures at once', () => {
  it('are published together, or none is', async () => {
    const ids = await Promise.all(['Lot un', 'Lot deux', 'Lot trois'].map((name) => create(name)));
    const selection = ids.map((id) => ({ id, version: 1 }));
    await giveAward(ids[0] ?? '');
    await giveAward(ids[1] ?? '');
    const before = await journalCount();
    await expect(batches.publishStructures(selection, admin)).rejects.toMatchObject({ code: 'structure-incomplete' });
    expect(await statesOf(ids)).toEqual(['draft', 'draft', 'draft']);
    expect(await journalCount()).toBe(before);
    await giveAward(ids[2] ?? '');
    const batch = await batches.publishStructures(selection, admin);
    expect(batch.count).toBe(3);
    expect(await statesOf(ids)).toEqual(['published', 'published', 'published']);
    const back = await batches.revertBatch(batch.batchId, admin);
    expect(await statesOf(ids)).toEqual(['draft', 'draft', 'draft']);
    await batches.revertBatch(back.batchId, admin);
    expect(await statesOf(ids)).toEqual(['published', 'published', 'published']);
  });

  it('with one outside the régions of the editor are all refused', async () => {
    const ids = [await create('Dedans'), await create('Dehors', '35238')];
    const selection = ids.map((id) => ({ id, version: 1 }));
    await expect(batches.archiveStructures(selection, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    expect(await statesOf(ids)).toEqual(['draft', 'draft']);
    const { batchId } = await batches.archiveStructures(selection, admin);
    await expect(batches.revertBatch(batchId, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    expect(await statesOf(ids)).toEqual(['archived', 'archived']);
  });

  it('with one edited meanwhile are all refused', async () => {
    const ids = [await create('Lu'), await create('Changé')];
    await structures.archiveStructure({ id: ids[1] ?? '', version: 1 }, admin);
    await expect(
      batches.archiveStructures(
        ids.map((id) => ({ id, version: 1 })),
        admin,
      ),
    ).rejects.toMatchObject({ code: 'edited-meanwhile' });
    expect(await statesOf(ids)).toEqual(['draft', 'archived']);
  });

  it('change territory together, and come back to what each had', async () => {
    const id = await create('Territoire');
    const other = await structures.createStructure(
      typedPlace({ name: 'Quartier', territory: 'qpv', territoryBasis: 'source', qpvName: 'Alma' }),
      true,
      admin,
    );
    const { batchId } = await batches.changeTerritories(
      [id, other].map((one) => ({ id: one, version: 1 })),
      { territory: 'rural', territoryBasis: 'insee_density' },
      admin,
    );
    expect((await getEditedStructure(other))?.facts).toMatchObject({ territory: 'rural', qpvName: null });
    await batches.revertBatch(batchId, admin);
    expect((await getEditedStructure(id))?.facts.territory).toBe('unknown');
    expect((await getEditedStructure(other))?.facts).toMatchObject({ territory: 'qpv', qpvName: 'Alma' });
  });

  it('are not taken back over later work', async () => {
    const id = await create('Repris');
    const { batchId } = await batches.archiveStructures([{ id, version: 1 }], admin);
    await structures.unarchiveStructure({ id, version: 2 }, admin);
    await expect(batches.revertBatch(batchId, admin)).rejects.toMatchObject({ code: 'edited-since' });
  });

  it('need a selection, and a batch that exists', async () => {
    await expect(batches.archiveStructures([], admin)).rejects.toMatchObject({ code: 'nothing-selected' });
    await expect(batches.revertBatch(crypto.randomUUID(), admin)).rejects.toMatchObject({ code: 'batch-unknown' });
  });
});
