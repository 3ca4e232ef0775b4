import { describe, expect, it } from 'vitest';
import { isSameData } from '@/tests/bench/run';

describe('two answers hold the same data', () => {
  const answer = { total: 2, items: [{ slug: 'a', longitude: 2.92418 }] };

  it('when a mean rounds to the next digit, and in whatever order their fields come', () => {
    expect(isSameData(answer, { items: [{ longitude: 2.92419, slug: 'a' }], total: 2 })).toBe(true);
  });

  it.each([
    { ...answer, total: 3 },
    { total: 2 },
    { ...answer, more: null },
    { ...answer, items: [] },
    { ...answer, items: [{ slug: 'a', longitude: 2.92421 }] },
    { ...answer, items: [{ slug: 'b', longitude: 2.92418 }] },
    null,
  ])('but not when one differs: %j', (other) => {
    expect(isSameData(answer, other)).toBe(false);
  });
});
