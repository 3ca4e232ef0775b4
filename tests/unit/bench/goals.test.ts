import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { emptyRoute, row } from '@/tests/bench/measured-rows';
import { noResults, type Row } from '@/tests/bench/results';

const broken = (rows: Row[], memory = new Map<number, number>()) =>
  judge({ ...noResults(), rows, memory })
    .filter(({ kept }) => !kept)
    .map(({ sentence }) => sentence);
/** The goals missed by a page of so many bytes at each of the three sizes. */
const brokenBy = (bytes: number[]) =>
  broken(
    [382, 50_000, 1_000_000].flatMap((size, at) => [
      row({ size, job: null, answerer: 'empty route' }),
      row({ size }, { bytes: bytes[at] ?? 0 }),
    ]),
  );

describe('the goals', () => {
  it('are kept by a site as fast as an empty answer', () => {
    expect(
      broken([emptyRoute, row({}), row({ temperature: 'cold' }), row({ answerer: 'bare', temperature: 'cold' })]),
    ).toEqual([]);
  });

  it('are missed by one slow answer among quick ones', () => {
    const rows = [emptyRoute, row({}), row({ job: 'facettes' }, { requestsPerSecond: 740 })];
    expect(broken(rows)).toEqual([expect.stringContaining('75 %')]);
  });

  it('allow a misspelt search half the speed', () => {
    expect(broken([emptyRoute, row({ job: 'recherche' }, { requestsPerSecond: 510 })])).toEqual([]);
    expect(broken([emptyRoute, row({ job: 'recherche' }, { requestsPerSecond: 490 })])).toHaveLength(1);
  });

  it('allow a cold answer 2.5 empty routes and the bare server', () => {
    const cold = { temperature: 'cold' } as const;
    const bare = row({ ...cold, answerer: 'bare' }, { cpuMs: 0.5 });
    expect(broken([emptyRoute, bare, row(cold, { cpuMs: 2.9 })])).toEqual([]);
    expect(broken([emptyRoute, bare, row(cold, { cpuMs: 3.1 })])).toEqual([expect.stringContaining('serveur nu')]);
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
    const rows = [emptyRoute, row({}), row({ ...cold, answerer: 'bare' })];
    expect(broken([...rows, row({ job: 'facettes' }, nothing)])).toHaveLength(2);
    expect(broken([...rows, row(cold, nothing)])).toHaveLength(3);
    // Nor can what is held to it be kept when the yardstick itself got none.
    expect(broken([emptyRoute, row(cold), row({ ...cold, answerer: 'bare' }, nothing)])).toEqual([
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

  it('hold a million structures to the answers of a few hundred', () => {
    const large = { size: 1_000_000 };
    expect(broken([emptyRoute, row({}), row(large, { p50: 1.8, bytes: 7_000 })])).toEqual([]);
    expect(broken([emptyRoute, row({}), row(large, { p50: 2.2, bytes: 8_000 })])).toHaveLength(2);
    const route = row({ ...large, job: null, answerer: 'empty route' });
    const slow = row({ ...large, job: 'page-annuaire', temperature: 'cold' }, { p50: 2_001 });
    expect(broken([route, slow])).toEqual([expect.stringContaining('deux secondes')]);
  });

  it('count memory and failed answers', () => {
    expect(broken([emptyRoute, row({})], new Map([[382, 351]]))).toEqual([expect.stringContaining('Mémoire')]);
    const rows = [emptyRoute, row({}, { failures: 3 })];
    expect(broken(rows)).toEqual([expect.stringContaining('200')]);
    expect(judge({ ...noResults(), rows }).at(-1)?.value).toContain(
      '3\u00A0: liste site tiède, 382 structures, 1 connexion',
    );
  });
});
