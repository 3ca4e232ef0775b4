import { describe, expect, it } from 'vitest';
import * as structures from '@/lib/structures/commands';
import { getHistory } from '@/lib/structures/history';
import { codeOf } from '../../support/award-desk';
import { anyStructure, useActor } from '../../support/office-records';
import { readStructure, saveStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const create = async (change: Parameters<typeof anyStructure>[0] = {}) => {
  const typed = anyStructure(change);
  return { id: await structures.createStructure(typed, true, admin), typed };
};

describe('the way back', () => {
  it('writes a former version again, and is itself reversible', async () => {
    const { id, typed } = await create({ name: 'Premier nom', description: 'Un.' });
    const second = { name: 'Second nom', territory: 'qpv', territoryBasis: 'announcement' } as const;
    await saveStructure(id, 1, { ...typed, ...second, sources: [] }, admin);
    await structures.restoreVersion({ id, version: 2, target: 1 }, admin);
    expect(await readStructure(id)).toMatchObject({ version: 3, facts: { name: 'Premier nom', territory: 'unknown' } });
    expect((await readStructure(id)).facts.sources).toHaveLength(1);
    await structures.restoreVersion({ id, version: 3, target: 2 }, admin);
    expect((await readStructure(id)).facts).toMatchObject({ name: 'Second nom', territory: 'qpv', sources: [] });
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
    expect(await codeOf(structures.restoreVersion({ id, version: 1, target: 5 }, admin))).toBe('version-unknown');
    expect(await codeOf(structures.restoreVersion({ id, version: 4, target: 1 }, admin))).toBe('edited-meanwhile');
    expect(await codeOf(structures.restoreVersion({ id: 'nowhere', version: 1, target: 1 }, admin))).toBe(
      'structure-unknown',
    );
  });
});
