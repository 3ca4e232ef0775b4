import { describe, expect, it } from 'vitest';
import { readLaureates } from '@/lib/default-data/read-tables';
import { seededRandom, weightedIndex } from '@/tests/bench/directory/seeded-random';
import {
  type SyntheticReference,
  type SyntheticStructure,
  syntheticStructures,
} from '@/tests/bench/directory/synthetic-structures';

const WAVES = ['vague-1', 'vagues-2-a-4', 'vague-5', 'vagues-6-et-7', 'vague-8', 'vague-9', 'vague-10'];
const reference: SyntheticReference = {
  models: readLaureates(),
  waves: WAVES.map((id, index) => ({
    id,
    rank: index + 1,
    flatRate: id === 'vague-5' || id === 'vague-9',
    annualCeilingEuros: 50_000,
    durationYears: id === 'vague-5' ? 3 : 1,
  })),
  communes: [
    { code: '80021', name: 'Amiens', postcode: '80000', population: 130_000, longitude: 2.29, latitude: 49.89 },
    { code: '97611', name: 'Mamoudzou', postcode: '97600', population: 70_000, longitude: null, latitude: null },
    { code: '2A004', name: 'Ajaccio', postcode: '20000', population: 0, longitude: 8.73, latitude: 41.92 },
  ],
};
const make = (count: number) => [...syntheticStructures(count, reference)];
const share = (list: readonly SyntheticStructure[], is: (one: SyntheticStructure) => boolean) =>
  list.filter(is).length / list.length;

describe('the synthetic directory', () => {
  it('is the same at every run, and a smaller one is the beginning of a larger one', () => {
    expect(make(300)).toEqual(make(300));
    expect(make(1_000).slice(0, 300)).toEqual(make(300));
  });

  it('gives each structure an address of its own', () => {
    const slugs = make(5_000).map(({ structure }) => structure.slug);
    expect(new Set(slugs).size).toBe(5_000);
    expect(slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
  });

  it('keeps the real shares of territory, wave and position', () => {
    const list = make(8_000);
    const real = reference.models;
    for (const territory of ['qpv', 'rural', 'unknown'] as const) {
      const expected = real.filter((model) => model.territory === territory).length / real.length;
      expect(share(list, ({ structure }) => structure.territory === territory)).toBeCloseTo(expected, 1);
    }
    const firstWave = real.filter(({ wave }) => wave === 'vague-1').length / real.length;
    expect(share(list, ({ awards }) => awards[0]?.wave_id === 'vague-1')).toBeCloseTo(firstWave, 1);
  });

  it('puts structures where people live, and nowhere when the centre is unknown', () => {
    const list = make(4_000);
    expect(share(list, ({ structure }) => structure.commune_code === '80021')).toBeCloseTo(0.65, 1);
    expect(list.some(({ structure }) => structure.commune_code === '2A004')).toBe(false);
    const nowhere = list.filter(({ structure }) => structure.commune_code === '97611');
    expect(nowhere.every(({ structure }) => structure.longitude === null)).toBe(true);
  });

  it('gives money only as the waves and labels allow', () => {
    const amounts = make(3_000).flatMap(({ awards, instalments }) =>
      instalments.map(({ award_id: awardId, purpose }) => ({
        purpose,
        label: awards.find(({ id }) => id === awardId)?.label,
      })),
    );
    expect(amounts.filter(({ label }) => label === undefined)).toEqual([]);
    const bonuses = amounts.filter(({ purpose }) => purpose === 'digital_bonus');
    expect(new Set(bonuses.map(({ label }) => label))).toEqual(new Set(['fabrique_numerique']));
  });

  it('writes French names with accents', () => {
    expect(share(make(1_000), ({ structure }) => /[éèêôîÉ]/.test(structure.name))).toBeGreaterThan(0.4);
  });
});

describe('draws', () => {
  it('follow the weights', () => {
    const draw = weightedIndex([1, 0, 3]);
    const random = seededRandom(1);
    const counts = [0, 0, 0];
    for (let turn = 0; turn < 4_000; turn += 1) {
      const index = draw(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect((counts[2] ?? 0) / 4_000).toBeCloseTo(0.75, 1);
  });
});
