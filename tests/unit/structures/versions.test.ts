import { describe, expect, it, vi } from 'vitest';
import { EditedMeanwhile } from '@/lib/errors';
import { refusalWords } from '@/lib/forms/refusal-words';
import { fieldsOf, type Patch, tellChange } from '@/lib/structures/facts';
import { factsAt, groupsOfForm } from '@/lib/structures/versions';
import { conflictOf, withChoices } from '@/lib/versions/conflict';
import { anyStructure } from '../../support/office-records';

const { contactName, contactEmail, contactPhone, contactPublished, ...columns } = anyStructure({ name: 'Trois' });
const facts = { ...columns, densityLevel: null };
const contact = { contactName, contactEmail, contactPhone, contactPublished };
const entries = [
  {
    action: 'structure.saved',
    actorName: 'Camille',
    at: new Date('2026-11-24T09:42:00Z'),
    before: { name: 'Deux', version: 2 },
    after: { name: 'Trois', version: 3 },
  },
  {
    action: 'structure.saved',
    before: { name: 'Un', website: null, version: 1 },
    after: { name: 'Deux', website: 'https://a.fr/', version: 2 },
  },
];
const saved = { version: 3, state: { ...facts, ...contact } };

const conflictWith = (typed: Patch) =>
  conflictOf(groupsOfForm(typed, new Map([['59512', 'Roubaix']])), { saved, typed, version: 2, lines: entries });

const sentenceOf = (typed: Patch) => refusalWords(new EditedMeanwhile(conflictWith(typed))).conflict?.sentence;

describe('a former version', () => {
  it('is the present one with later changes taken back', () => {
    expect(factsAt(facts, 3, entries, 3)?.name).toBe('Trois');
    expect(factsAt(facts, 3, entries, 2)?.name).toBe('Deux');
    expect(factsAt(facts, 3, entries, 1)).toMatchObject({ name: 'Un', website: null });
  });

  it('that never was is none', () => {
    expect([0, 4, 1.5].map((version) => factsAt(facts, 3, entries, version))).toEqual([null, null, null]);
  });
});

describe('a conflict', () => {
  it('suggests what was typed where only this person changed the field', () => {
    const typed = { ...anyStructure({ name: 'Deux', website: 'https://b.fr/' }) };
    const { fields } = conflictWith(typed);
    expect(fields.map(({ name, saved: theirs, typed: mine, suggested }) => [name, theirs, mine, suggested])).toEqual([
      ['name', 'Trois', 'Deux', 'saved'],
      ['website', 'vide', 'https://b.fr/', 'typed'],
    ]);
  });

  it('says when the other version was saved, with the day when it is another than today in Paris', () => {
    vi.setSystemTime('2026-11-24T22:59:00Z');
    expect(sentenceOf(anyStructure())).toBe('Camille a enregistré la version 3 à 10\u00A0h\u00A042.');
    vi.setSystemTime('2026-11-24T23:00:00Z');
    expect(sentenceOf(anyStructure())).toBe(
      'Camille a enregistré la version 3 le 24 novembre 2026 à 10\u00A0h\u00A042.',
    );
  });

  it('keeps the saved value of the chosen groups alone', () => {
    const typed = anyStructure({ name: 'Mien', website: 'https://b.fr/' });
    expect(withChoices(typed, saved.state, ['name'], fieldsOf)).toMatchObject({
      name: 'Trois',
      website: 'https://b.fr/',
    });
  });
});

describe('the journal', () => {
  it('tells the fields that differ, and nothing when none does', () => {
    expect(tellChange({ name: 'A', website: null }, { name: 'B', website: null })).toEqual({
      before: { name: 'A' },
      after: { name: 'B' },
    });
    expect(tellChange({ name: 'A' }, { name: 'A' })).toBeNull();
  });

  it('never tells a contact, only that it changed', () => {
    expect(tellChange({ contactEmail: null }, { contactEmail: 'a@b.fr', contactPublished: true })).toEqual({
      before: {},
      after: { contact: 'changed' },
    });
  });
});
