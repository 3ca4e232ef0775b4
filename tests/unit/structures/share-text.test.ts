import { describe, expect, it } from 'vitest';
import { fitText, wrapText } from '@/app/(public)/fabriques/[slug]/share-text';
import { readLaureates } from '@/lib/default-data/read-tables';

const SIZES = [84, 50, 30];
const COLUMN = { width: 507, height: 220, lineHeight: 1.06 };

describe('the name on a share image', () => {
  it('is as large as its lines allow, and whole, for every laureate', () => {
    for (const { name } of readLaureates()) {
      const { size, lines, text } = fitText(name, SIZES, COLUMN);
      expect(text).toBe(name);
      expect(lines.join(' ')).toBe(name);
      expect(lines.length * size * COLUMN.lineHeight).toBeLessThanOrEqual(COLUMN.height);
    }
    expect(fitText('Pop', SIZES, COLUMN).size).toBe(84);
  });

  it('is cut at the least size when nothing else helps, never beyond its room', () => {
    const { size, lines, text } = fitText('Association de préfiguration '.repeat(20).trim(), SIZES, COLUMN);
    expect(size).toBe(30);
    expect(lines.length * size * COLUMN.lineHeight).toBeLessThanOrEqual(COLUMN.height);
    expect(text.endsWith('…')).toBe(true);
  });

  it('breaks between words alone', () => {
    expect(wrapText('un deux trois', 100, 150)).toEqual(['un', 'deux', 'trois']);
    expect(wrapText('anticonstitutionnellement', 100, 150)).toEqual(['anticonstitutionnellement']);
  });
});
