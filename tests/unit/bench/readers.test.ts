import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { readInTurn } from '@/tests/bench/load/readers';
import { plainPages, throughEdit } from '@/tests/bench/measure-readers';
import { readOptions } from '@/tests/bench/options';
import { writeReport } from '@/tests/bench/report';
import { noResults } from '@/tests/bench/results';
import { listen } from '@/tests/support/local-server';

const read = (address: string, beganAt: number, endedAt: number, isGiven = true) => ({
  address,
  beganAt,
  endedAt,
  isGiven,
});

const open = async (status: number) => {
  const server = createServer((_, response) => response.writeHead(status).end('page'));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${await listen(server)}`;
};

describe('pages read while a structure is saved', () => {
  it('are warm again once each was asked since the save, and came', () => {
    const reads = [
      read('/', 0, 2),
      read('/fabriques', 1, 3),
      // Asked before the save was answered: it may be of before.
      read('/', 90, 400),
      read('/', 102, 104, false),
      read('/', 105, 130),
      read('/fabriques', 110, 180),
      read('/', 1_000, 1_500),
    ];
    expect(throughEdit(reads, 100)).toEqual({
      pages: 2,
      answers: 7,
      failures: 1,
      p50: 25,
      p99: 500,
      slowest: 500,
      warmAgainMs: 80,
    });
  });

  it('are never warm again when one of them did not come', () => {
    const { warmAgainMs } = throughEdit([read('/', 0, 2), read('/', 20, 22), read('/fabriques', 1, 3)], 10);
    expect(warmAgainMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('are a hundred plain addresses, each another', () => {
    const pages = plainPages({
      regions: ['bretagne', 'occitanie'],
      departments: [],
      waves: ['vague-1'],
      communes: [],
      words: [],
      firstSlug: 'premiere',
      slugs: Array.from({ length: 150 }, (_, number) => `fabrique-${number}`),
    });
    expect(new Set(pages).size).toBe(100);
    expect(pages).toEqual(expect.arrayContaining(['/', '/fabriques', '/regions/occitanie', '/vagues/vague-1']));
  });

  it('are told with their size, and judged by what was refused alone', () => {
    const edit = {
      size: 382,
      pages: 100,
      answers: 6_000,
      failures: 0,
      p50: 0.5,
      p99: 12,
      slowest: 900,
      savedMs: 60,
      warmAgainMs: 1_800,
    };
    expect(writeReport({ ...noResults(), edits: [edit] }, [], 1)).toMatch(
      /^- mesuré : Une structure enregistrée .* — p99 12 ms .* 1\u202F800 ms après .* \(382 structures\)$/m,
    );
    const goalOf = (failures: number) => judge({ ...noResults(), edits: [{ ...edit, failures, p99: 60_000 }] });
    expect(goalOf(0)).toMatchObject([{ kept: true }]);
    expect(goalOf(2)).toMatchObject([{ value: expect.stringContaining('2\u00A0: cent-lecteurs'), kept: false }]);
  });

  it('are measured unless other jobs are named', () => {
    expect(readOptions([])).toMatchObject({ isReadingMeasured: true });
    expect(readOptions(['--only', 'liste'])).toMatchObject({ isReadingMeasured: false });
    expect(readOptions(['--only', 'cent-lecteurs'])).toMatchObject({ jobs: [], isReadingMeasured: true });
  });
});

describe('readers', () => {
  it('take every page, each from one of its own', async () => {
    const reads = await readInTurn(await open(200), ['/a', '/b', '/c'], 0.1);
    expect(new Set(reads.map(({ address }) => address))).toEqual(new Set(['/a', '/b', '/c']));
    expect(reads.every(({ beganAt, endedAt }) => endedAt >= beganAt)).toBe(true);
  });

  it('tell what they were refused', async () => {
    expect((await readInTurn(await open(503), ['/a'], 0.1)).every(({ isGiven }) => isGiven)).toBe(false);
  });
});
