import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import * as batches from '@/lib/batches/commands';
import { getBatch } from '@/lib/batches/queries';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure } from '@/lib/structures/history';
import { given, seed } from '../../support/award-desk';
import { useActor } from '../../support/office-records';
import { createStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const SECRET = 'Projet confidentiel';
const create = (name = SECRET) => createStructure({ name, description: SECRET }, admin);
const linesOf = async (id: string) => {
  const { rows } = await getPool().query<{ action: string; actor: string; text: string }>(
    `SELECT action, actor_id AS actor, e::text AS text FROM audit_entry e
     WHERE split_part(subject_id, '/', 1) = $1 ORDER BY id`,
    [id],
  );
  return rows;
};

async function fundedDraft() {
  const id = await create();
  const key = { structureId: id, waveId: 'vague-1' };
  await awards.addAward({ ...key, label: 'fabrique', sourceUrl: null }, admin);
  const award = await given({ conventionObject: SECRET, instalments: [seed(1, 10_000)] }, key);
  await awards.saveAward(award, admin);
  return id;
}

describe('the erasure of a draft', () => {
  it('leaves one line of all that the journal said, which names who, when and which id', async () => {
    const id = await fundedDraft();
    expect((await linesOf(id)).map(({ action }) => action)).toEqual([
      'structure.created',
      'award.added',
      'award.changed',
      'instalment.changed',
    ]);
    await structures.eraseDraft({ id, version: 1 }, admin);
    const lines = await linesOf(id);
    expect(lines).toMatchObject([{ action: 'structure.erased', actor: admin.id }]);
    expect(lines[0]?.text).not.toContain('confidentiel');
  });

  it('leaves the lines of the other records of a batch, whose way back takes these alone', async () => {
    const [draft, other] = [await create(), await create('Autre lieu')];
    const { batchId } = await batches.changeTerritories(
      [draft, other].map((id) => ({ id, version: 1 })),
      { territory: 'rural', territoryBasis: 'source' },
      admin,
    );
    await structures.eraseDraft({ id: draft, version: 2 }, admin);
    expect(await linesOf(other)).toMatchObject([{ action: 'structure.created' }, { action: 'structure.saved' }]);
    expect(await getBatch(batchId)).toMatchObject({ count: 1 });
    expect(await batches.revertBatch(batchId, admin)).toMatchObject({ count: 1 });
    expect((await getEditedStructure(other))?.facts.territory).toBe('unknown');
    const alone = await create();
    const batch = await batches.archiveStructures([{ id: alone, version: 1 }], admin);
    await structures.eraseDraft({ id: alone, version: 2 }, admin);
    expect(await getBatch(batch.batchId)).toBeNull();
    await expect(batches.revertBatch(batch.batchId, admin)).rejects.toMatchObject({ code: 'batch-unknown' });
  });
});
