import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { EditedMeanwhile } from '@/lib/errors';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure } from '@/lib/structures/history';
import { codeOf, refusal } from '../../support/award-desk';
import { anyStructure, giveAward, useActor } from '../../support/office-records';
import { readStructure, saveStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();
const north = useActor('editor', ['32']);
const reader = useActor('reader');

let made = 0;
const create = async (change = {}, actor = admin) => {
  made += 1;
  const typed = anyStructure({
    name: `Lieu ${made} ${'abcdefghijklmnop'.repeat(2).slice(made % 9, (made % 9) + 8)}`,
    ...change,
  });
  return { id: await structures.createStructure(typed, true, actor), typed };
};
const save = (id: string, version: number, change: Parameters<typeof saveStructure>[2], actor = admin) =>
  saveStructure(id, version, change, actor);
const journalOf = async (id: string) => {
  const { rows } = await getPool().query<{ action: string; text: string }>(
    `SELECT action, concat(before, after) AS text FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
    [id],
  );
  return rows;
};

describe('a new structure', () => {
  it('is a draft of version 1, at an address made of its name and commune', async () => {
    const { id } = await create({ name: 'L’Œuvre & Cie' });
    expect(await readStructure(id)).toMatchObject({
      slug: 'l-oeuvre-cie-roubaix',
      version: 1,
      state: 'draft',
      regionCode: '32',
    });
  });

  it('gets another address when the first is or was taken', async () => {
    const { id } = await create({ name: 'Deux fois' });
    await save(id, 1, { name: 'Autrement' });
    const { id: second } = await create({ name: 'Deux fois' });
    expect((await readStructure(second)).slug).toBe('deux-fois-roubaix-2');
    await save(id, 2, { name: 'Deux fois' });
    expect((await readStructure(id)).slug).toBe('deux-fois-roubaix');
  });

  it('warns of a likely duplicate of the same commune, and gives way to « enregistrer quand même »', async () => {
    const typed = anyStructure({ name: 'Condition publique' });
    expect(await refusal(structures.createStructure(typed, false, admin))).toMatchObject({
      code: 'likely-duplicate',
      details: { suggestions: [{ value: 'fabt-032', href: '/admin/structures/fabt-032' }] },
    });
    await expect(structures.createStructure(typed, true, admin)).resolves.toBeTypeOf('string');
    await expect(
      structures.createStructure(anyStructure({ name: 'Condition publique', communeCode: '35238' }), false, admin),
    ).resolves.toBeTypeOf('string');
  });

  it('is refused outside the régions of an editor, to a reader, and in no commune', async () => {
    await expect(create({ communeCode: '35238' }, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    await expect(create({}, reader)).rejects.toMatchObject({ code: 'out-of-scope' });
    await expect(create({ communeCode: '99999' })).rejects.toMatchObject({ code: 'commune-unknown', field: 'commune' });
    await expect(create({}, north)).resolves.toBeTruthy();
  });
});

describe('the scope of an editor', () => {
  it('holds before and after a change of commune', async () => {
    const { id } = await create();
    await expect(save(id, 1, { communeCode: '35238' }, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    await save(id, 1, { communeCode: '35238' });
    await expect(save(id, 2, { communeCode: '59512' }, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    const away = structures.restoreVersion({ id, version: 2, target: 1 }, north);
    await expect(away).rejects.toMatchObject({ code: 'out-of-scope' });
    await structures.restoreVersion({ id, version: 2, target: 1 }, admin);
    expect(await codeOf(structures.restoreVersion({ id, version: 3, target: 2 }, north))).toBe('out-of-scope');
    expect((await readStructure(id)).version).toBe(3);
  });
});

describe('saving', () => {
  it('over someone else’s change is refused with what differs, then takes the choice field by field', async () => {
    const { id, typed } = await create({ name: 'Partagé' });
    await save(id, 1, { ...typed, name: 'Le leur', address: '1 rue du Nord' });
    const mine = { ...typed, name: 'Le mien', website: 'https://lieu.fr/', contactEmail: 'moi@lieu.fr' };
    const refused = await save(id, 1, mine).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(EditedMeanwhile);
    const { conflict } = refused as EditedMeanwhile;
    expect(conflict.version).toBe(2);
    expect(conflict.fields.map(({ name, suggested }) => [name, suggested])).toEqual([
      ['name', 'saved'],
      ['address', 'saved'],
      ['website', 'typed'],
      ['contact', 'typed'],
    ]);
    await structures.saveStructure(
      { id, version: 2, typed: anyStructure(mine), keepSaved: ['name', 'address'], isDuplicateAccepted: true },
      admin,
    );
    expect(await readStructure(id)).toMatchObject({
      version: 3,
      facts: { name: 'Le leur', address: '1 rue du Nord', website: 'https://lieu.fr/' },
      contact: { contactEmail: 'moi@lieu.fr' },
    });
  });

  it('what is already so writes nothing', async () => {
    const { id, typed } = await create();
    await expect(save(id, 1, typed)).resolves.toBe(1);
    expect(await journalOf(id)).toHaveLength(1);
  });

  it('200 pairs at once gives exactly 200 successes and 200 refusals', async () => {
    const { id } = await create({ name: 'Disputé' });
    let version = 1;
    const outcomes = { saved: 0, refused: 0, other: 0 };
    for (let pair = 0; pair < 200; pair += 1) {
      const both = await Promise.allSettled([
        save(id, version, { name: 'Disputé', address: `${pair} rue A` }),
        save(id, version, { name: 'Disputé', address: `${pair} rue B` }),
      ]);
      for (const one of both) {
        if (one.status === 'fulfilled') outcomes.saved += 1;
        else if (one.reason instanceof EditedMeanwhile) outcomes.refused += 1;
        else outcomes.other += 1;
      }
      version += 1;
    }
    expect(outcomes).toEqual({ saved: 200, refused: 200, other: 0 });
    expect((await readStructure(id)).version).toBe(201);
    expect(await journalOf(id)).toHaveLength(201);
  });

  it('never copies a contact into the journal', async () => {
    const contact = { contactName: 'Zoé Secrète', contactEmail: 'zoe@secret.fr', contactPhone: '0320000000' };
    const { id, typed } = await create(contact);
    await save(id, 1, { ...typed, ...contact, contactEmail: 'autre@secret.fr', contactPublished: true });
    const journal = await journalOf(id);
    expect(journal).toHaveLength(2);
    expect(JSON.stringify(journal)).not.toMatch(/secr|zo[eé]|0320000000/i);
    expect(journal[1]?.text).toContain('"contact": "changed"');
  });

  it('drops the density grid of the commune that is left', async () => {
    const { id, typed } = await create();
    await getPool().query('UPDATE structure SET density_level = 2 WHERE id = $1', [id]);
    await save(id, 1, { ...typed, communeCode: '59350' });
    expect((await readStructure(id)).facts.densityLevel).toBeNull();
    await structures.restoreVersion({ id, version: 2, target: 1 }, admin);
    expect((await readStructure(id)).facts.densityLevel).toBe(2);
  });
});

describe('publication', () => {
  it('asks for an award and a source, and can be taken back', async () => {
    const { id } = await create();
    expect(await codeOf(structures.publishStructure({ id, version: 1 }, admin))).toBe('structure-incomplete');
    await giveAward(id);
    expect(await codeOf(structures.publishStructure({ id, version: 1 }, reader))).toBe('out-of-scope');
    await structures.publishStructure({ id, version: 1 }, north);
    expect(await codeOf(structures.publishStructure({ id, version: 2 }, admin))).toBe('already-done');
    await expect(save(id, 2, { sources: [] })).rejects.toMatchObject({
      code: 'structure-incomplete',
      field: 'sources',
    });
    await structures.withdrawStructure({ id, version: 2 }, admin);
    expect(await readStructure(id)).toMatchObject({ state: 'draft', wasPublished: true, version: 3 });
  });

  it('once made is archived, never erased, and comes back', async () => {
    const { id } = await create();
    await giveAward(id);
    await structures.publishStructure({ id, version: 1 }, admin);
    await structures.archiveStructure({ id, version: 2 }, admin);
    expect((await readStructure(id)).state).toBe('archived');
    expect(await codeOf(structures.eraseDraft({ id, version: 3 }, admin))).toBe('erasable-draft-only');
    await structures.unarchiveStructure({ id, version: 3 }, admin);
    expect((await readStructure(id)).state).toBe('published');
  });
});

describe('erasing a draft', () => {
  it('is the administrator’s, and leaves one line that says nothing of it', async () => {
    const { id } = await create();
    await giveAward(id);
    await expect(structures.eraseDraft({ id, version: 1 }, north)).rejects.toMatchObject({ code: 'out-of-scope' });
    await expect(structures.eraseDraft({ id, version: 9 }, admin)).rejects.toMatchObject({ code: 'edited-meanwhile' });
    const paid = `INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status)
      SELECT id, 'seed', 1, 1000, 'paid' FROM award WHERE structure_id = $1`;
    await getPool().query(paid, [id]);
    await expect(structures.eraseDraft({ id, version: 1 }, admin)).rejects.toMatchObject({ code: 'award-paid' });
    await getPool().query(`UPDATE instalment SET status = 'planned'`);
    await structures.eraseDraft({ id, version: 1 }, admin);
    expect(await getEditedStructure(id)).toBeNull();
    expect(await journalOf(id)).toEqual([{ action: 'structure.erased', text: '' }]);
  });
});
