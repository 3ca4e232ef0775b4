import { beforeAll, describe, expect, it } from 'vitest';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure, getHistory } from '@/lib/structures/history';
import { anyStructure, makeActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

let admin: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  admin = await makeActor();
});

const create = async (change: Parameters<typeof anyStructure>[0] = {}) => {
  const typed = anyStructure(change);
  return { id: await structures.createStructure(typed, true, admin), typed };
};
const read = async (id: string) => {
  const structure = await getEditedStructure(id);
  if (!structure) throw new Error(`${id} is gone`);
  return structure;
};
const save = (id: string, version: number, change: Parameters<typeof anyStructure>[0]) =>
  structures.saveStructure(
    { id, version, typed: anyStructure(change), keepSaved: [], isDuplicateAccepted: true },
    admin,
  );

describe('the way back', () => {
  it('writes a former version again, and is itself reversible', async () => {
    const { id, typed } = await create({ name: 'Premier nom', description: 'Un.' });
    await save(id, 1, { ...typed, name: 'Second nom', sources: [], territory: 'qpv', territoryBasis: 'announcement' });
    await structures.restoreVersion({ id, version: 2, target: 1 }, admin);
    expect(await read(id)).toMatchObject({ version: 3, facts: { name: 'Premier nom', territory: 'unknown' } });
    expect((await read(id)).facts.sources).toHaveLength(1);
    await structures.restoreVersion({ id, version: 3, target: 2 }, admin);
    expect((await read(id)).facts).toMatchObject({ name: 'Second nom', territory: 'qpv', sources: [] });
    const history = await getHistory(id);
    expect(history?.entries.map(({ action, version }) => [action, version])).toEqual([
      ['structure.restored', 4],
      ['structure.restored', 3],
      ['structure.saved', 2],
      ['structure.created', 1],
    ]);
  });

  it('refuses a version that never was, and one read too long ago', async () => {
    const { id } = await create();
    await expect(structures.restoreVersion({ id, version: 1, target: 5 }, admin)).rejects.toMatchObject({
      code: 'version-unknown',
    });
    await expect(structures.restoreVersion({ id, version: 4, target: 1 }, admin)).rejects.toMatchObject({
      code: 'edited-meanwhile',
    });
    await expect(structures.restoreVersion({ id: 'nowhere', version: 1, target: 1 }, admin)).rejects.toMatchObject({
      code: 'structure-unknown',
    });
  });
});
