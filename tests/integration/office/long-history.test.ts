import { describe, expect, it } from 'vitest';
import { isCut } from '@/lib/audit/changes';
import type { SubjectKind } from '@/lib/audit/subject-kinds';
import * as awards from '@/lib/awards/commands';
import { listAwardHistory } from '@/lib/awards/queries';
import { getPool } from '@/lib/database/db';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure, getFormerFacts, getHistory } from '@/lib/structures/history';
import * as waves from '@/lib/waves/commands';
import { getEditedWave, listWaveHistory } from '@/lib/waves/office-queries';
import { codeOf, currentAward, freshAward, given } from '../../support/award-desk';
import { useActor } from '../../support/office-records';
import { createStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const CHANGES = 620;

async function changeOften(kind: SubjectKind, subjectId: string, field: string): Promise<string[]> {
  const { rows } = await getPool().query<{ id: string }>(
    `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, before, after)
     SELECT 'terminal', $1, $2, $3,
       jsonb_build_object($4::text, CASE i WHEN 1 THEN NULL ELSE 'texte ' || i - 1 END, 'version', i),
       jsonb_build_object($4::text, 'texte ' || i, 'version', i + 1)
     FROM generate_series(1, ${CHANGES}) i ORDER BY i RETURNING id::text`,
    [`${kind}.changed`, kind, subjectId, field],
  );
  return rows.map(({ id }) => id);
}
const LAST = { text: `texte ${CHANGES}`, version: CHANGES + 1 };

describe('a record changed more often than its page shows', () => {
  it('is a wave that comes back to any of its versions, that of the loaded data included', async () => {
    const [waveId, version] = ['vague-9', LAST.version];
    const loaded = await getEditedWave(waveId);
    const ids = await changeOften('wave', waveId, 'note');
    await getPool().query('UPDATE wave SET note = $2, version = $3 WHERE id = $1', [waveId, LAST.text, version]);
    expect(isCut(await listWaveHistory(waveId))).toBe(true);
    await waves.restoreWave({ waveId, version, entryId: ids[1] ?? '' }, admin);
    expect((await getEditedWave(waveId))?.facts.note).toBe('texte 2');
    await waves.restoreWave({ waveId, version: version + 1, entryId: '0' }, admin);
    expect((await getEditedWave(waveId))?.facts).toEqual({ ...loaded?.facts, note: null });
  });

  it('is a wave opened by someone, before which there was nothing', async () => {
    const waveId = 'vague-12';
    const facts = (await getEditedWave('vague-9'))?.facts;
    if (!facts) throw new Error('no wave to copy');
    await waves.createWave({ ...facts, id: waveId, rank: 12, note: null }, admin);
    await changeOften('wave', waveId, 'note');
    const reference = { waveId, version: 1 };
    expect(await codeOf(waves.restoreWave({ ...reference, entryId: '0' }, admin))).toBe('version-unknown');
  });

  it('is an award that comes back to any of its versions, and before which there was nothing', async () => {
    const key = await freshAward('vague-1');
    const subjectId = `${key.structureId}/${key.waveId}`;
    const ids = await changeOften('award', subjectId, 'conventionObject');
    await getPool().query('UPDATE award SET convention_object = $2, version = $3 WHERE structure_id = $1', [
      key.structureId,
      LAST.text,
      LAST.version,
    ]);
    expect(isCut(await listAwardHistory(key))).toBe(true);
    const { version } = await given({}, key);
    expect(await codeOf(awards.restoreAward({ ...key, version, entryId: '0' }, admin))).toBe('version-unknown');
    await awards.restoreAward({ ...key, version, entryId: ids[2] ?? '' }, admin);
    expect((await currentAward(key)).state.conventionObject).toBe('texte 3');
  });

  it('is a structure that is compared with, and comes back to, any of its versions', async () => {
    const id = await createStructure({ name: 'Lieu souvent repris' }, admin);
    await changeOften('structure', id, 'description');
    await getPool().query('UPDATE structure SET description = $2, version = $3 WHERE id = $1', [
      id,
      LAST.text,
      LAST.version,
    ]);
    const history = await getHistory(id);
    if (!history) throw new Error('no such structure');
    expect(isCut(history.entries)).toBe(true);
    expect((await getFormerFacts(history.structure, 3))?.description).toBe('texte 2');
    await structures.restoreVersion({ id, version: LAST.version, target: 1 }, admin);
    expect((await getEditedStructure(id))?.facts.description).toBeNull();
  });
});
