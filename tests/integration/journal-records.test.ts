import { beforeAll, describe, expect, it } from 'vitest';
import { type Change, recordAudit } from '@/lib/audit/record';
import { getDb, getPool } from '@/lib/database/db';
import { type JournalFilter, journalHref, parseJournalFilter, recordJournalHref } from '@/lib/journal/filter';
import { findRecords, type JournalReader, MOST_OFFERED } from '@/lib/journal/find-record';
import { journalCsv } from '@/lib/journal/journal-file';
import { listJournal } from '@/lib/journal/queries';
import { PROGRAM, TERMINAL } from '@/lib/permissions/actor';
import * as structures from '@/lib/structures/commands';
import { NATIONAL } from '../support/office';
import { makeActor, useActor } from '../support/office-records';
import { createStructure } from '../support/structure-desk';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const about = (fiche: string, more: Partial<JournalFilter> = {}) =>
  listJournal({ ...parseJournalFilter({ fiche }), ...more }, NATIONAL);
const subjectsOf = async (fiche: string, more: Partial<JournalFilter> = {}) =>
  (await about(fiche, more)).entries.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`).toReversed();

const LINES: [Change['subjectKind'], string][] = [
  ['structure', 'fabt-040'],
  ['structure', 'fabt-041'],
  ['award', 'fabt-040/vague-1'],
  ['instalment', 'fabt-040/vague-1'],
  ['award', 'fabt-040/vague-10'],
  ['award', 'fabt-041/vague-1'],
  ['wave', 'vague-1'],
  ['wave', 'vague-10'],
  ['wave', 'vague-99'],
];
const admin = useActor();
beforeAll(async () => {
  for (const [subjectKind, subjectId] of LINES) {
    await recordAudit(getDb(), TERMINAL, { action: `${subjectKind}.changed`, subjectKind, subjectId });
  }
});

describe('the journal of one record', () => {
  it('is that of its id, with the awards that hang on it, and of no id that only resembles it', async () => {
    expect(await subjectsOf('fabt-040')).toEqual([
      'structure fabt-040',
      'award fabt-040/vague-1',
      'instalment fabt-040/vague-1',
      'award fabt-040/vague-10',
    ]);
    expect(await subjectsOf('vague-1')).toEqual([
      'award fabt-040/vague-1',
      'instalment fabt-040/vague-1',
      'award fabt-041/vague-1',
      'wave vague-1',
    ]);
    expect(await subjectsOf('fabt-040/vague-1')).toEqual(['award fabt-040/vague-1', 'instalment fabt-040/vague-1']);
    for (const wild of ['fabt-0%', 'fabt-04_', '%', 'fabt-040/%', `fabt-040' OR 'a`, '\\', '\0']) {
      expect(await about(wild)).toMatchObject({ total: 0, records: [] });
    }
  });

  it('is asked with the other criteria, and has its own address', async () => {
    expect(await subjectsOf('vague-1', { type: 'award' })).toEqual([
      'award fabt-040/vague-1',
      'award fabt-041/vague-1',
    ]);
    expect(await subjectsOf('fabt-040', { qui: admin.id })).toEqual([]);
    expect(recordJournalHref('fabt-040/vague-1')).toBe('/admin/journal?fiche=fabt-040%2Fvague-1');
    const filter = parseJournalFilter({ fiche: '  La Halle & Cie ', type: 'structure' });
    expect(journalHref('/admin/journal', filter)).toBe('/admin/journal?type=structure&fiche=La+Halle+%26+Cie');
    expect(parseJournalFilter({ fiche: '   ' }).fiche).toBeNull();
    expect(parseJournalFilter({ fiche: 'x'.repeat(5_000) }).fiche).toHaveLength(200);
  });

  it('is found by a name, whatever its accents; one that names several gives the choice', async () => {
    const named = async (fiche: string) => (await about(fiche)).records?.map(({ id, kind }) => [id, kind]);
    const { rows } = await getPool().query<{ name: string }>(`SELECT name FROM structure WHERE id = 'fabt-032'`);
    expect(await named(rows[0]?.name.toUpperCase() ?? '')).toEqual([['fabt-032', 'structure']]);
    expect(await named('vague 1')).toEqual([['vague-1', 'wave']]);
    const { name } = await getDb().user.findUniqueOrThrow({ where: { id: admin.id } });
    expect(await named(name)).toEqual([[admin.id, 'user']]);
    for (const commune of ['59512', '35238']) {
      await createStructure({ name: 'L’Étoile polaire', communeCode: commune }, admin);
    }
    const several = await about('etoile polaire');
    expect([several.total, several.records?.map(({ commune }) => commune)]).toEqual([0, ['Rennes', 'Roubaix']]);
    expect((await about('etoile polaire rennes')).total).toBe(1);
    expect(await findRecords('a', NATIONAL)).toHaveLength(MOST_OFFERED);
    expect(await about('nulle part ailleurs')).toMatchObject({ total: 0, records: [] });
  });

  it('is still found by its id once the record is gone', async () => {
    expect(await subjectsOf('vague-99')).toEqual(['wave vague-99']);
    const id = await createStructure({ name: 'Une idée secrète' }, admin);
    expect((await about('une idee secrete')).records).toMatchObject([{ id, name: 'Une idée secrète' }]);
    await structures.eraseDraft({ id, version: 1 }, admin);
    expect((await about('une idee secrete')).records).toEqual([]);
    const left = await about(id);
    expect(left.entries).toMatchObject([
      { action: 'structure.erased', actorId: admin.id, subjectId: id, subjectName: null, before: null, after: null },
    ]);
    const [, ...lines] = (await journalCsv(parseJournalFilter({ fiche: id }), NATIONAL)).trim().split('\r\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`;"Personne \\d+";"brouillon effacé";"Structures";"${id}";"";"";"";""$`));
    expect(await journalCsv(parseJournalFilter({}), NATIONAL)).not.toContain('Une idée secrète');
  });

  it('is the same in its file, where what a spreadsheet would take for a formula is plain text', async () => {
    await recordAudit(getDb(), PROGRAM, {
      action: 'structure.saved',
      subjectKind: 'structure',
      subjectId: 'fabt-042',
      before: { name: '@SOMME(A1)' },
      after: { name: '=HYPERLINK("https://ailleurs.example")' },
    });
    const [head, ...lines] = (await journalCsv(parseJournalFilter({ fiche: 'fabt-042' }), NATIONAL))
      .trim()
      .split('\r\n');
    expect(head).toBe('"numéro";"date";"auteur";"modification";"sorte";"identifiant";"nom";"champ";"avant";"après"');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`;"fabt-042";`);
    expect(lines[0]).toMatch(/;"nom affiché";"'@SOMME\(A1\)";"'=HYPERLINK\(""https:\/\/ailleurs\.example""\)"$/);
    expect(
      (await journalCsv(parseJournalFilter({ fiche: 'nulle part ailleurs' }), NATIONAL)).trim().split('\r\n'),
    ).toHaveLength(1);
  });
});

const idOf = ({ subjectId }: { subjectId: string }) => subjectId;

describe('the journal of someone who looks after some régions', () => {
  it('tells of their structures, of waves and of the own account, and of nothing else', async () => {
    const { rows } = await getPool().query<{ region: string }>(
      `SELECT region_code AS region FROM structure WHERE id = 'fabt-040'`,
    );
    const here = await makeActor('editor', [rows[0]?.region ?? '']);
    const elsewhere = await makeActor('editor', [rows[0]?.region === '53' ? '28' : '53']);
    for (const { id } of [here, admin]) {
      await recordAudit(getDb(), TERMINAL, { action: 'user.changed', subjectKind: 'user', subjectId: id });
    }
    const read = async (fiche: string, reader: JournalReader) =>
      (await listJournal(parseJournalFilter({ fiche }), reader)).entries.map(idOf);
    expect(await read('fabt-040', here)).toHaveLength(4);
    expect(await read('fabt-040', elsewhere)).toEqual([]);
    expect((await listJournal(parseJournalFilter({ fiche: 'fabt-040' }), elsewhere)).records).not.toContainEqual(
      expect.objectContaining({ id: 'fabt-040' }),
    );
    expect(await read('vague-10', here)).toEqual(['vague-10', 'fabt-040/vague-10']);
    expect(await read('vague-10', elsewhere)).toEqual(['vague-10']);
    expect(await read(here.id, here)).toEqual([here.id]);
    expect(await read(admin.id, here)).toEqual([]);
    const { name } = await getDb().user.findUniqueOrThrow({ where: { id: admin.id } });
    expect(await findRecords(name, here)).toEqual([]);

    const { total, entries } = await listJournal(parseJournalFilter({}), elsewhere);
    expect(total).toBe(entries.length);
    expect(entries.map(idOf)).not.toContainEqual(expect.stringMatching(/^fabt-040/));
    const file = await journalCsv(parseJournalFilter({}), elsewhere);
    expect(file).not.toContain('fabt-040');
    expect(await journalCsv(parseJournalFilter({}), here)).toContain('fabt-040');
  });

  it('offers by name no structure of elsewhere', async () => {
    const name = 'Une idée d’ailleurs';
    const id = await createStructure({ name, communeCode: '35238' }, admin);
    expect(await findRecords(name, { id: 'x', regionScope: ['53'] })).toMatchObject([{ id }]);
    expect(await findRecords(name, { id: 'x', regionScope: ['28'] })).toEqual([]);
  });
});
