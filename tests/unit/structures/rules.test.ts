import { describe, expect, it } from 'vitest';
import { missingWords } from '@/lib/domain/publishable';
import { isRna, isSiret, missingToPublish } from '@/lib/structures/rules';

describe('a SIRET', () => {
  it.each(['73282932000074', '35600000000048'])('%s is one', (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each(['73282932000075', '7328293200007', '732829320000744', 'ABCDEFGHIJKLMN', ''])('%s is none', (siret) => {
    expect(isSiret(siret)).toBe(false);
  });

  it('of La Poste may fail the ordinary key when its digits add up to a multiple of five', () => {
    expect(isSiret('35600000000001')).toBe(true);
    expect(isSiret('35600000000002')).toBe(false);
    expect(isSiret('12300000000004')).toBe(false);
  });
});

it('an association number is a W and nine signs', () => {
  expect(['W751000001', 'W9C1000189'].every(isRna)).toBe(true);
  expect(['751000001', 'W75100001', 'W7510000011', 'w751000001', 'WA51000001'].some(isRna)).toBe(false);
});

describe('a structure to publish', () => {
  const whole = { name: 'La Halle', communeCode: '59512', sources: [{}] };

  it('lacks nothing with a name, a commune, an award and a source', () => {
    expect(missingToPublish(whole, 1)).toEqual([]);
  });

  it('tells everything it lacks', () => {
    const lacked = missingToPublish({ name: '', communeCode: '', sources: [] }, 0);
    expect(lacked).toEqual(['name', 'commune', 'award', 'source']);
    expect(missingWords(lacked)).toBe('un nom, une commune, au moins une labellisation et une source');
  });
});
