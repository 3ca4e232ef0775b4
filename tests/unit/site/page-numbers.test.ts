import { expect, it } from 'vitest';
import { pageNumbers } from '@/components/ui/page-numbers';

const shown = (page: number, pages: number) =>
  pageNumbers(page, pages)
    .map(({ number }) => number ?? '…')
    .join(' ');

it('a long list of pages shows both ends and the neighbours of the current one', () => {
  expect(shown(10, 20)).toBe('1 2 … 9 10 11 … 19 20');
  expect(shown(1, 20)).toBe('1 2 … 19 20');
});

it('an ellipsis never stands for a single page', () => {
  expect(shown(5, 20)).toBe('1 2 3 4 5 6 … 19 20');
  expect(shown(1, 5)).toBe('1 2 3 4 5');
});

it('every page can be reached from every other, and no entry appears twice', () => {
  for (let pages = 1; pages <= 30; pages += 1) {
    for (let page = 1; page <= pages; page += 1) {
      const numbers = pageNumbers(page, pages).flatMap(({ number }) => (number === null ? [] : [number]));
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(numbers).toEqual(expect.arrayContaining([1, page, pages]));
      const keys = pageNumbers(page, pages).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  }
});
