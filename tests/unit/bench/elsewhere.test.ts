import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { writeReport } from '@/tests/bench/report';
import { type Elsewhere, noResults, type Results, type Row } from '@/tests/bench/results';

const cold = (postgresCpuMs: number | null, change: Partial<Row> = {}): Row => ({
  size: 50_000,
  job: 'liste',
  answerer: 'site',
  temperature: 'cold',
  connections: 1,
  ...change,
  measure: {
    answers: 100,
    failures: 0,
    requestsPerSecond: 100,
    p50: 1,
    p99: 2,
    bytes: 5_000,
    cpuMs: 1,
    postgresCpuMs,
  },
});
const on15 = (...rows: Row[]): Elsewhere => ({ server: 'PostgreSQL 15, réglages d’origine', rows });
const resultsOf = (here: Row, ...elsewhere: Elsewhere[]): Results => ({ ...noResults(), rows: [here], elsewhere });
const judged = (here: Row, there: Row) =>
  judge(resultsOf(here, on15(there)))
    .filter(({ sentence }) => sentence.includes('PostgreSQL 15'))
    .map(({ kept }) => kept);

describe('a server that was left as it came', () => {
  it('may cost a cold answer three times what ours costs, and no more', () => {
    expect(judged(cold(4), cold(12))).toEqual([true]);
    expect(judged(cold(4.7), cold(211))).toEqual([false]);
  });

  it('is not judged on what is too small to measure, nor on what the system does not tell', () => {
    expect(judged(cold(0.1), cold(2.9))).toEqual([true]);
    expect(judged(cold(null), cold(211))).toEqual([]);
  });

  it('is compared with the same job, size and connections', () => {
    expect(judged(cold(4, { size: 382 }), cold(400))).toEqual([]);
    expect(judged(cold(4, { connections: 32 }), cold(400))).toEqual([]);
    expect(judged(cold(4, { temperature: 'warm' }), cold(400))).toEqual([]);
  });
});

describe('the report', () => {
  it('has a column for each such server', () => {
    const report = writeReport(resultsOf(cold(4.7), on15(cold(5.2))), [], 3);
    expect(report).toContain('| Travail | Structures | Connexions | Ici | PostgreSQL 15, réglages d’origine |');
    expect(report).toContain('| liste | 50\u202F000 | 1 | 4,7 | 5,2 |');
    expect(report).not.toContain('n’a pas de PostgreSQL 15');
  });

  it('says that the machine has no PostgreSQL 15', () => {
    const report = writeReport(resultsOf(cold(4.7), { server: 'PostgreSQL fourni', rows: [cold(5)] }), [], 3);
    expect(report).toContain('Cette machine n’a pas de PostgreSQL 15.');
  });

  it('says nothing of them when none was asked', () => {
    expect(writeReport(resultsOf(cold(4.7)), [], 3)).not.toContain('réglages d’origine');
  });
});
