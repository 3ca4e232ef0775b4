import { describe, expect, it } from 'vitest';
import { findReachingWave } from '@/lib/figures/progress';
import type { Wave } from '@/lib/waves/queries';

const wave = (id: string, announcedCount: number | null): Wave => ({
  id,
  rank: 1,
  label: id,
  shortLabel: id,
  opensOn: null,
  closesOn: null,
  announcedOn: null,
  announcedOnPrecision: 'day',
  announcedPeriod: null,
  announcedCount,
  announcedFabriqueCount: null,
  announcedFabriqueNumeriqueCount: null,
  annualCeilingEuros: null,
  durationYears: null,
  minTotalEuros: null,
  maxTotalEuros: null,
  digitalBonusEuros: null,
  flatRate: false,
  sourceUrl: null,
  note: null,
  countsTowardsTarget: true,
  listedCount: 999,
  updatedAt: '2026-11-22T23:00:00+00:00',
});

describe('the target', () => {
  it('is reached by the wave whose announcement brings the announced sum to it', () => {
    const waves = [wave('a', 80), wave('b', 109), wave('c', 111), wave('d', 5)];
    expect(findReachingWave(waves, 300)?.id).toBe('c');
  });

  it('is never reached by what is listed, nor by a number that was not published', () => {
    expect(findReachingWave([wave('a', 80), wave('b', null)], 300)).toBeNull();
    expect(findReachingWave([], 300)).toBeNull();
  });
});
