import { createHistogram } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { assetsIn } from '@/tests/bench/browser';
import { judge } from '@/tests/bench/goals';
import { type Measure, record, summarize } from '@/tests/bench/load/measure';
import { OptionError, readOptions } from '@/tests/bench/options';
import { writeReport } from '@/tests/bench/report';
import { noResults, type Row } from '@/tests/bench/results';

const measure = (change: Partial<Measure>): Measure => ({
  answers: 100,
  failures: 0,
  requestsPerSecond: 1_000,
  p50: 1,
  p99: 2,
  bytes: 5_000,
  cpuMs: 1,
  postgresCpuMs: 0,
  ...change,
});
const row = (change: Partial<Omit<Row, 'measure'>>, measured: Partial<Measure> = {}): Row => ({
  size: 382,
  job: 'liste',
  answerer: 'site',
  temperature: 'warm',
  connections: 1,
  ...change,
  measure: measure(measured),
});
const empty = row({ job: null, answerer: 'empty route' });
const broken = (rows: Row[], memory = new Map<number, number>()) =>
  judge({ ...noResults(), rows, memory })
    .filter(({ kept }) => !kept)
    .map(({ sentence }) => sentence);
/** The goals missed by a page of so many bytes at each of the three sizes. */
const brokenBy = (bytes: number[]) =>
  broken(
    [382, 50_000, 1_000_000].flatMap((size, at) => [
      row({ size, job: null, answerer: 'empty page' }),
      row({ size, job: 'page-annuaire' }, { bytes: bytes[at] ?? 0 }),
    ]),
  );

describe('the goals', () => {
  it('are kept by a site as fast as an empty answer', () => {
    expect(
      broken([empty, row({}), row({ temperature: 'cold' }), row({ answerer: 'bare', temperature: 'cold' })]),
    ).toEqual([]);
  });

  it('are missed by one slow answer among quick ones', () => {
    const rows = [empty, row({}), row({ job: 'facettes' }, { requestsPerSecond: 740 })];
    expect(broken(rows)).toEqual([expect.stringContaining('75 %')]);
  });

  it('allow a misspelt search half the speed', () => {
    expect(broken([empty, row({ job: 'recherche' }, { requestsPerSecond: 510 })])).toEqual([]);
    expect(broken([empty, row({ job: 'recherche' }, { requestsPerSecond: 490 })])).toHaveLength(1);
  });

  it('allow a cold answer 2.5 empty routes and the bare server', () => {
    const cold = { temperature: 'cold' } as const;
    const bare = row({ ...cold, answerer: 'bare' }, { cpuMs: 0.5 });
    expect(broken([empty, bare, row(cold, { cpuMs: 2.9 })])).toEqual([]);
    expect(broken([empty, bare, row(cold, { cpuMs: 3.1 })])).toEqual([expect.stringContaining('serveur nu')]);
  });

  it('are missed by what got no answer, however good the rest', () => {
    const nothing = {
      answers: 0,
      requestsPerSecond: Number.NaN,
      p50: Number.NaN,
      p99: Number.NaN,
      bytes: Number.NaN,
      cpuMs: null,
      failures: 9,
    };
    const cold = { temperature: 'cold', job: 'facettes' } as const;
    const page = { job: 'page-fiche' } as const;
    const rows = [empty, row({ job: null, answerer: 'empty page' }), row({}), row({ ...cold, answerer: 'bare' })];
    expect(broken([...rows, row({ job: 'facettes' }, nothing)])).toHaveLength(2);
    expect(broken([...rows, row(cold, nothing)])).toHaveLength(3);
    expect(broken([...rows, row(page, nothing)])).toHaveLength(2);
    // Nor can what is held to it be kept when the yardstick itself got none.
    const silent = row({ job: null, answerer: 'empty page' }, nothing);
    expect(broken([silent, row(page)])).toEqual([expect.stringContaining('fiche'), expect.stringContaining('200')]);
    expect(broken([empty, row(cold), row({ ...cold, answerer: 'bare' }, nothing)])).toEqual([
      expect.stringContaining('serveur nu'),
      expect.stringContaining('200'),
    ]);
    expect(broken([...rows, row({ size: 1_000_000 }, nothing)])).toEqual([
      expect.stringContaining('octets'),
      expect.stringContaining('médianes tièdes'),
      expect.stringContaining('200'),
    ]);
  });

  it('compare every two sizes', () => {
    expect(brokenBy([1_000, 1_500, 1_000])).toEqual([]);
    expect(brokenBy([1_000, 1_600, 1_000])).toEqual([expect.stringContaining('octets')]);
    expect(brokenBy([1_000, 1_400, 900])).toEqual([expect.stringContaining('octets')]);
  });

  it('hold pages to the empty page', () => {
    const page = row({ job: null, answerer: 'empty page' });
    expect(broken([page, row({ job: 'page-annuaire' }, { cpuMs: 3.1 })])).toEqual([
      expect.stringContaining('annuaire'),
    ]);
    expect(broken([page, row({ job: 'page-fiche' }, { cpuMs: 1.9 })])).toEqual([]);
  });

  it('hold a million structures to the answers of a few hundred', () => {
    const large = { size: 1_000_000 };
    expect(broken([empty, row({}), row(large, { p50: 1.8, bytes: 7_000 })])).toEqual([]);
    expect(broken([empty, row({}), row(large, { p50: 2.2, bytes: 8_000 })])).toHaveLength(2);
    expect(broken([row({ ...large, job: 'page-annuaire', temperature: 'cold' }, { p50: 2_001 })])).toHaveLength(1);
  });

  it('count memory and failed answers', () => {
    expect(broken([empty, row({})], new Map([[382, 351]]))).toEqual([expect.stringContaining('Mémoire')]);
    const rows = [empty, row({}, { failures: 3 })];
    expect(broken(rows)).toEqual([expect.stringContaining('200')]);
    expect(judge({ ...noResults(), rows }).at(-1)?.value).toContain(
      '3\u00A0: liste site tiède, 382 structures, 1 connexion',
    );
  });
});

const goalOf = (seconds: number) => judge({ ...noResults(), changes: [{ size: 50_000, seconds }] });

describe('ten thousand structures changed at once', () => {
  it('take less than twenty seconds', () => {
    expect(goalOf(19.9)).toEqual([{ sentence: expect.stringContaining('moins de 20 s'), value: '19,9 s', kept: true }]);
    expect(goalOf(20)).toMatchObject([{ kept: false }]);
  });

  it('are measured alone when asked for', () => {
    expect(readOptions(['--only', 'changement-en-nombre'])).toMatchObject({
      jobs: [],
      isSavingMeasured: false,
      isChangingMeasured: true,
    });
  });
});

describe('the report', () => {
  it('is a table with one line a measure, as wide as its header', () => {
    const rows = [empty, row({}), row({ temperature: 'cold' }, { cpuMs: null })];
    const lines = writeReport({ ...noResults(), rows }, judge({ ...noResults(), rows }), 3)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(2 + rows.length);
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
  });
});

describe('the weight of a page', () => {
  it('counts scripts and styles once, without the polyfills', () => {
    const html = `<link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" href="/b.js?v=1&amp;w=2"/>
      <link rel="icon" href="/icon.svg"/><script src="/b.js?v=1&amp;w=2" async=""></script>
      <script src="/old.js" noModule=""></script><script>inline()</script>`;
    expect(assetsIn(html)).toEqual(['/a.css', '/b.js?v=1&w=2']);
  });
});

describe('a measure', () => {
  const none = { cpuMs: null, postgresCpuMs: null };
  const counted = (milliseconds: number[]) => {
    const times = createHistogram();
    for (const one of milliseconds) record(times, one);
    return summarize({ times, failures: 0, bytes: 300, seconds: 0.5 }, none, { cpuMs: 9, postgresCpuMs: null });
  };

  it('tells the answers of a second, their median and their slowest, to less than a millisecond', () => {
    expect(counted([3, 0.25, 2])).toMatchObject({ answers: 3, requestsPerSecond: 6, p50: 2, bytes: 100, cpuMs: null });
    expect(counted([0.25]).p99).toBeCloseTo(0.25, 2);
  });

  it('knows nothing of what got no answer', () => {
    expect(counted([])).toMatchObject({ answers: 0, p50: Number.NaN, p99: Number.NaN });
  });
});

describe('the options', () => {
  it('measure everything unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ sizes: [382, 50_000, 1_000_000], lighthouse: true, out: null });
    expect(readOptions(['--sizes', '50000,382', '--only', 'liste', '--no-lighthouse'])).toMatchObject({
      sizes: [382, 50_000],
      jobs: ['liste'],
      lighthouse: false,
    });
  });

  it('refuse what they do not know, in one sentence', () => {
    for (const wrong of [['--sizes', 'beaucoup'], ['--duration', '0'], ['--only', 'tout'], ['--vite']]) {
      expect(() => readOptions(wrong)).toThrow(OptionError);
    }
  });
});
