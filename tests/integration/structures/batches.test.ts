import { describe, expect, it } from 'vitest';
import * as batches from '@/lib/batches/commands';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { plain, refusal } from '../../support/award-desk';
import { giveAward, useActor } from '../../support/office-records';
import { createStructure, readStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();
const north = useActor('editor', ['32']);

const create = (name: string, communeCode = '59512') => createStructure({ name, communeCode }, admin);
const firstVersions = (ids: string[]) => ids.map((id) => ({ id, version: 1 }));
const statesOf = async (ids: string[]) => (await Promise.all(ids.map(readStructure))).map(({ state }) => state);
const journalCount = async () =>
  (await getPool().query('SELECT count(*)::int AS count FROM audit_entry')).rows[0].count;

describe('many structures at once', () => {
  it('are published together, or none is', async () => {
    const ids = [await create('Lot un'), await create('Lot deux'), await create('Lot trois')];
    const selection = firstVersions(ids);
    await giveAward(ids[0] ?? '');
    await giveAward(ids[1] ?? '');
    const before = await journalCount();
    const refused = await refusal(batches.publishStructures(selection, admin));
    expect(refused.code).toBe('structure-incomplete');
    expect(refused.sentence).toBe(
      '1 structure cochée ne peut pas être publique : rien n’a été enregistré. Décochez-la, puis recommencez.',
    );
    expect(refused.details.links?.map(({ words, href }) => [plain(words), href])).toEqual([
      ['Lot trois : il manque au moins une labellisation', `/admin/structures/${ids[2]}`],
    ]);
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
    const selection = firstVersions(ids);
    const refused = await refusal(batches.archiveStructures(selection, north));
    expect(refused.code).toBe('out-of-scope');
    expect(refused.sentence).toContain('1 structure cochée est hors de vos régions (dont 1 non publiée)');
    expect(JSON.stringify(refused.details)).not.toContain('Dehors');
    const asked = `SELECT name, slug FROM structure WHERE id = 'fabt-200' AND region_code <> '32'`;
    const { rows } = await getPool().query(asked);
    const named = await refusal(batches.archiveStructures(firstVersions([...ids, 'fabt-200']), north));
    expect(named.details.links).toEqual([{ words: rows[0].name, href: `/fabriques/${rows[0].slug}` }]);
    expect(await statesOf(ids)).toEqual(['draft', 'draft']);
    const { batchId } = await batches.archiveStructures(selection, admin);
    await expect(batches.revertBatch(batchId, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    expect(await statesOf(ids)).toEqual(['archived', 'archived']);
  });

  it('with one edited meanwhile are all refused', async () => {
    const ids = [await create('Lu'), await create('Changé')];
    await structures.archiveStructure({ id: ids[1] ?? '', version: 1 }, admin);
    const refused = await refusal(batches.archiveStructures(firstVersions(ids), admin));
    expect(refused.code).toBe('edited-meanwhile');
    expect(refused.sentence).toContain('1 structure cochée a été modifiée entre-temps');
    expect(refused.details.links).toEqual([{ words: 'Changé', href: `/admin/structures/${ids[1]}` }]);
    // The form goes on with what was just told.
    expect(refused.details.values?.selection?.toSorted()).toEqual([`${ids[0]}:1`, `${ids[1]}:2`].toSorted());
    expect(await statesOf(ids)).toEqual(['draft', 'archived']);
  });

  it('change territory together, and come back to what each had', async () => {
    const id = await create('Territoire');
    const qpv = { territory: 'qpv', territoryBasis: 'source', qpvName: 'Alma' } as const;
    const other = await createStructure({ name: 'Quartier', ...qpv }, admin);
    const { batchId } = await batches.changeTerritories(
      firstVersions([id, other]),
      { territory: 'rural', territoryBasis: 'insee_density' },
      admin,
    );
    expect((await readStructure(other)).facts).toMatchObject({ territory: 'rural', qpvName: null });
    await batches.revertBatch(batchId, admin);
    expect((await readStructure(id)).facts.territory).toBe('unknown');
    expect((await readStructure(other)).facts).toMatchObject({ territory: 'qpv', qpvName: 'Alma' });
  });

  it('are not taken back over later work', async () => {
    const id = await create('Repris');
    const { batchId } = await batches.archiveStructures([{ id, version: 1 }], admin);
    await structures.unarchiveStructure({ id, version: 2 }, admin);
    const refused = await refusal(batches.revertBatch(batchId, admin));
    expect(refused.code).toBe('edited-since');
    expect(refused.details.links).toEqual([{ words: 'Repris', href: `/admin/structures/${id}` }]);
  });

  it('are not taken back to a public state that they would not bear, and the one that lacks something is named', async () => {
    const id = await create('Sans vague');
    await giveAward(id);
    await structures.publishStructure({ id, version: 1 }, admin);
    const { batchId } = await batches.archiveStructures([{ id, version: 2 }], admin);
    await getPool().query('DELETE FROM award WHERE structure_id = $1', [id]);
    const refused = await refusal(batches.revertBatch(batchId, admin));
    expect(refused.code).toBe('structure-incomplete');
    expect(refused.details.links).toHaveLength(1);
    expect(await statesOf([id])).toEqual(['archived']);
  });

  it('of which one is gone are all refused, and the form goes on without it', async () => {
    const ids = [await create('Reste'), await create('Effacée')];
    await structures.eraseDraft({ id: ids[1] ?? '', version: 1 }, admin);
    expect(await refusal(batches.archiveStructures(firstVersions(ids), admin))).toMatchObject({
      code: 'structure-unknown',
      details: { values: { selection: [`${ids[0]}:1`] } },
    });
    expect(await statesOf([ids[0] ?? ''])).toEqual(['draft']);
  });

  it('need a selection, and a batch that exists', async () => {
    await expect(batches.archiveStructures([], admin)).rejects.toMatchObject({ code: 'nothing-selected' });
    await expect(batches.revertBatch(crypto.randomUUID(), admin)).rejects.toMatchObject({ code: 'batch-unknown' });
  });
});
