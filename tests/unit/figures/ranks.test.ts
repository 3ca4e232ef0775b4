import { describe, expect, it } from 'vitest';
import { rankWithTies } from '@/lib/figures/rank-with-ties';
import { ratePer100k } from '@/lib/figures/rate';

const ranksOf = (values: (number | null)[]) => {
  const items = values.map((value) => ({ value }));
  const ranks = rankWithTies(items, ({ value }) => value);
  return items.map((item) => ranks.get(item));
};

describe('ranks', () => {
  it('are shared by equal values, and the next rank is skipped', () => {
    expect(ranksOf([9, 7, 7, 3])).toEqual([1, 2, 2, 4]);
    expect(ranksOf([3, 7, 9, 7])).toEqual([4, 2, 1, 2]);
    expect(ranksOf([5, 5, 5])).toEqual([1, 1, 1]);
  });

  it('leave out what is not known, without taking a rank for it', () => {
    expect(ranksOf([null, 2, 8])).toEqual([null, 2, 1]);
    expect(ranksOf([null, null])).toEqual([null, null]);
    expect(ranksOf([])).toEqual([]);
  });

  it('give zero a rank of its own: no fabrique is known there', () => {
    expect(ranksOf([4, 0, 0])).toEqual([1, 2, 2]);
  });
});

describe('the rate per 100 000 inhabitants', () => {
  it('has two decimals', () => {
    expect(ratePer100k(27, 5_992_194)).toBe(0.45);
    expect(ratePer100k(1, 31_160)).toBe(3.21);
    expect(ratePer100k(0, 140_255)).toBe(0);
  });

  it('is not known where the population is not', () => {
    expect(ratePer100k(3, null)).toBeNull();
    expect(ratePer100k(3, 0)).toBeNull();
  });
});
