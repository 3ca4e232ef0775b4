import { describe, expect, it } from 'vitest';
import { additionForm } from '@/lib/awards/schema';
import { line } from '@/lib/fields/typed-text';
import { personName } from '@/lib/users/schema';

const MARKS = ['\u0000', '\u061C', '\u200B', '\u200F', '\u202E', '\u2060', '\u2066', '\uFEFF'];

describe('a mark that is not seen', () => {
  it.each(MARKS)('is refused in the name of a person, of a structure and in a source: %j', (mark) => {
    expect(personName.safeParse(`Anne${mark}Martin`).success).toBe(false);
    expect(line(200, 'Saisissez un nom.').safeParse(`La${mark}Halle`).success).toBe(false);
    const source = {
      structureId: 'fabt-064',
      waveId: 'vague-1',
      label: 'unknown',
      sourceUrl: `https://exemple.fr/a${mark}b`,
    };
    expect(additionForm.safeParse(source).success).toBe(false);
  });

  it('is none of what is written in other alphabets', () => {
    expect(personName.parse('מרים Ω‑Łukasz')).toBe('מרים Ω‑Łukasz');
  });
});
