import { createHistogram } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { record, summarize } from '@/tests/bench/load/measure';
import { emptyRoute, row } from '@/tests/bench/measured-rows';
import { OptionError, readOptions } from '@/tests/bench/options';
import { writeReport } from '@/tests/bench/report';
import { noResults } from '@/tests/bench/results';

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
    const rows = [emptyRoute, row({}), row({ temperature: 'cold' }, { cpuMs: null })];
    const lines = writeReport({ ...noResults(), rows }, judge({ ...noResults(), rows }), 3)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(2 + rows.length);
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
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
