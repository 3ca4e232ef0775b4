import { describe, expect, it } from 'vitest';
import { publicWaveHref, recordHref } from '@/lib/domain/public-href';

describe('the address of a public page', () => {
  it('is one for a record, whatever list led to it', () => {
    expect(['a-b', 'c'].map(recordHref)).toEqual(['/fabriques/a-b', '/fabriques/c']);
  });
  it('is that of a wave, or of what it announced in a région', () => {
    expect(publicWaveHref('vague-1')).toBe('/vagues/vague-1');
    expect(publicWaveHref('vague-1', 'bretagne')).toBe('/vagues/vague-1/bretagne');
  });
});
