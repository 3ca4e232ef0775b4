import fc from 'fast-check';
import inject from 'light-my-request';
import { beforeAll, expect, it } from 'vitest';
import { PAGES } from '@/lib/site/pages';
import { laureates } from '../../support/naive-directory';
import { oddAddress } from '../../support/odd-addresses';
import { storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
beforeAll(untilPagesAreKept);

const ODD_ADDRESSES = 20_000;
const AT_ONCE = 16;

/** What readers ask for all the time, and search engines. */
const ASKED_BY_ALL = [
  ...PAGES.map(({ href }) => href),
  '/regions/bretagne',
  '/departements/59',
  '/vagues/vague-1',
  '/vagues/vague-1/bretagne',
  '/fabriques?region=bretagne',
  '/fabriques?departement=59',
  '/fabriques?territoire=qpv',
  '/fabriques?page=2',
  ...laureates.slice(0, 100).map(({ slug }) => `/fabriques/${slug}`),
];

/** As heavy as a page of the site once coded, and like no other page: nothing is saved by their likeness. */
function heavyPage(address: string): string {
  const seed = [...address].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return Array.from({ length: 1_000 }, (_, at) => ((seed + at * 7_919) ** 3 % 1_000_003).toString(36)).join(' ');
}

it('20,000 odd addresses push out no page that everybody asks for', async () => {
  const { answer, made } = storeBefore(async ({ url = '' }, response) => writePage(response, heavyPage(url)));
  const ask = async (url: string) => {
    const { statusCode } = await inject((request, response) => void answer(request, response), { url });
    return statusCode;
  };
  const askAll = async (addresses: readonly string[]) => {
    const statuses = new Set<number>();
    const left = addresses.values();
    const askEach = async () => {
      for (const address of left) statuses.add(await ask(address));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askEach));
    return [...statuses].toSorted((a, b) => a - b);
  };

  expect(await askAll(ASKED_BY_ALL)).toEqual([200]);
  expect(made).toHaveLength(ASKED_BY_ALL.length);
  expect(await askAll(fc.sample(oddAddress, { numRuns: ODD_ADDRESSES, seed: 11 }))).toEqual([200, 404]);
  const odd = made.length;
  expect(odd).toBeGreaterThan(ODD_ADDRESSES / 4);
  expect(await askAll(ASKED_BY_ALL)).toEqual([200]);
  expect(made).toHaveLength(odd);
}, 300_000);
