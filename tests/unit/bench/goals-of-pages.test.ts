import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { emptyRoute, row } from '@/tests/bench/measured-rows';
import { noResults, type Row } from '@/tests/bench/results';

const broken = (...rows: Row[]) =>
  judge({ ...noResults(), rows })
    .filter(({ kept }) => !kept)
    .map(({ sentence }) => sentence);

const many = { connections: 32 } as const;
const route = row({ job: null, answerer: 'empty route', ...many });
const nothing = { answers: 0, requestsPerSecond: Number.NaN, cpuMs: null, p50: Number.NaN, bytes: Number.NaN };

describe('a page that was asked before', () => {
  const page = { job: 'page-region', ...many } as const;
  const bare = row({ ...page, answerer: 'bare' }, { cpuMs: 0.1 });
  const stored = { requestsPerSecond: 5_000, cpuMs: 0.3 };

  it('comes at least five times as often as the answer of the empty route', () => {
    expect(broken(route, bare, row(page, stored))).toEqual([]);
    expect(broken(route, bare, row(page, { ...stored, requestsPerSecond: 4_990 }))).toEqual([
      expect.stringContaining('5 fois les réponses'),
    ]);
  });

  it('is not compared so with one connection, where the reader is measured', () => {
    const alone = { ...page, connections: 1 } as const;
    const slow = { ...stored, requestsPerSecond: 1_000 };
    expect(broken(emptyRoute, row({ ...alone, answerer: 'bare' }, { cpuMs: 0.1 }), row(alone, slow))).toEqual([]);
  });

  it('costs at most 0.4 ms of processor, and three times the same bytes sent by a bare server', () => {
    const dear = { ...stored, cpuMs: 0.41 };
    expect(broken(route, row({ ...page, answerer: 'bare' }, { cpuMs: 0.2 }), row(page, dear))).toEqual([
      expect.stringContaining('0,4 ms'),
    ]);
    expect(broken(route, bare, row(page, { ...stored, cpuMs: 0.31 }))).toEqual([
      expect.stringContaining('mêmes octets'),
    ]);
  });

  it('keeps no goal without an answer, its own or that of a yardstick', () => {
    const silentRoute = row({ job: null, answerer: 'empty route', ...many }, nothing);
    expect(broken(route, bare, row(page, nothing))).toHaveLength(3);
    expect(broken(silentRoute, bare, row(page, stored))).toEqual([expect.stringContaining('5 fois les réponses')]);
    expect(broken(route, row({ ...page, answerer: 'bare' }, nothing), row(page, stored))).toEqual([
      expect.stringContaining('mêmes octets'),
    ]);
  });
});

describe('a page made for the first time', () => {
  const cold = { temperature: 'cold', ...many } as const;

  it.each([
    ['page-annuaire', 21],
    ['page-fiche', 14],
  ] as const)('costs so many times the empty route at most: %s, %d', (job, most) => {
    expect(broken(route, row({ ...cold, job }, { cpuMs: most }))).toEqual([]);
    expect(broken(route, row({ ...cold, job }, { cpuMs: most + 0.1 }))).toEqual([
      expect.stringContaining(`au plus ${most} fois`),
    ]);
  });

  it('is held to it at every size', () => {
    const large = { size: 1_000_000, ...many };
    const dear = row({ ...large, job: 'page-fiche', temperature: 'cold' }, { cpuMs: 15 });
    expect(broken(row({ ...large, job: null, answerer: 'empty route' }), dear)).toHaveLength(1);
  });

  it('is not judged where the system does not tell the time of the processor', () => {
    expect(broken(route, row({ ...cold, job: 'page-fiche' }, { cpuMs: null }))).toEqual([]);
  });
});
