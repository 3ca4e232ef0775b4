import { describe, expect, it } from 'vitest';
import { AWARD_FIELDS, INSTALMENT_FIELDS } from '@/lib/awards/fields';
import { type Field, fieldNames, fieldWords } from '@/lib/fields/field';
import { FACT_GROUP_NAMES, fieldsOf, type Patch } from '@/lib/structures/facts';
import { STRUCTURE_FIELD_NAMES, STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { groupsOfForm } from '@/lib/structures/versions';
import { conflictOf, withChoices } from '@/lib/versions/conflict';
import { WAVE_FIELDS } from '@/lib/waves/fields';
import { anyStructure } from '../../support/office-records';

const TABLES: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  structures: STRUCTURE_FIELDS,
  waves: WAVE_FIELDS,
  awards: AWARD_FIELDS,
  instalments: INSTALMENT_FIELDS,
};

const typed = anyStructure();
const WRITTEN = STRUCTURE_FIELD_NAMES.filter((name) => name in typed);

const savedWith = (name: string): Patch => ({ ...typed, [name]: name === 'sources' ? [] : 'autre' });

describe('a field of a structure', () => {
  it.each(WRITTEN)('that two people write is in conflict: %s', (name) => {
    const saved = savedWith(name);
    const { fields } = conflictOf(groupsOfForm(typed, new Map()), {
      saved: { version: 2, state: saved },
      typed,
      version: 1,
      lines: [],
    });
    const [group, ...others] = FACT_GROUP_NAMES.filter((one) => fieldsOf(one).includes(name));
    expect(others).toEqual([]);
    expect(fields.map((field) => field.name)).toEqual([group]);
    expect(withChoices(typed, saved, group ? [group] : [], fieldsOf)).toEqual(saved);
  });

  it('that no form writes is the level of its commune alone', () => {
    expect(STRUCTURE_FIELD_NAMES.filter((name) => !(name in typed))).toEqual(['densityLevel']);
  });
});

describe('the table of fields', () => {
  it.each(Object.keys(TABLES))('of %s gives each its own name and heading, and a sentence', (noun) => {
    const fields = Object.values(TABLES[noun] ?? {});
    for (const told of ['label', 'heading'] as const) {
      const words = fields.map((field) => field[told]);
      expect([...new Set(words)]).toEqual(words);
    }
    expect(fields.filter(({ heading }) => !/^[a-z][a-z_]*$/.test(heading))).toEqual([]);
    expect(fields.filter(({ description }) => !/^[A-ZÀ-Ý].*\.$/.test(description))).toEqual([]);
  });

  it('says each choice in words, and what is not known as empty', () => {
    for (const table of Object.values(TABLES)) {
      for (const name of fieldNames(table)) {
        const field = table[name] as Field;
        expect(fieldWords(field, null)).toBe('vide');
        for (const [value, words] of Object.entries(field.choices ?? {})) expect(fieldWords(field, value)).toBe(words);
      }
    }
  });
});
