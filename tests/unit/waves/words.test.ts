import { describe, expect, it } from 'vitest';
import { announcedToSome, ofWave, theLaureates } from '@/components/waves/wave-words';
import { numberLaureates } from '@/lib/figures/laureates';
import { ofRegion } from '@/lib/geography/region-words';
import { announcementYears, yearsInWords } from '@/lib/waves/years';

describe('an announcement in words', () => {
  it('keeps to the years that its source gives', () => {
    const period = {
      announcedOn: '2020-10-23',
      announcedOnPrecision: 'period' as const,
      announcedPeriod: 'de février 2020 au début de 2021',
    };
    const day = { announcedOn: '2023-11-09', announcedOnPrecision: 'day' as const, announcedPeriod: null };
    expect(announcementYears(period)).toEqual([2020, 2021]);
    expect(yearsInWords([period, day])).toBe('de 2020 à 2023');
    expect(yearsInWords([day])).toBe('en 2023');
    expect(yearsInWords([{ ...day, announcedOn: null }])).toBeNull();
  });

  it('names régions and waves as French does', () => {
    const names = [
      'Hauts-de-France',
      'Grand Est',
      'Centre-Val de Loire',
      'Pays de la Loire',
      'Île-de-France',
      'La Réunion',
    ];
    expect(names.map((name) => ofRegion({ name }))).toEqual([
      'des Hauts-de-France',
      'du Grand Est',
      'du Centre-Val de Loire',
      'des Pays de la Loire',
      'd’Île-de-France',
      'de La Réunion',
    ]);
    expect(ofWave({ shortLabel: 'Vagues 2 à 4' })).toBe('des vagues 2 à 4');
    expect(theLaureates(7, 'premier ')).toBe('les sept premiers lauréats');
    expect(theLaureates(1, 'premier ')).toBe('le premier lauréat');
    expect(theLaureates(1)).toBe('le lauréat');
  });

  it('counts those whose money is announced, one of many and one alone included', () => {
    expect(announcedToSome(3, 79)).toBe('annoncés à 3 d’entre eux');
    expect(announcedToSome(1, 19)).toBe('annoncés à un seul d’entre eux');
    expect(announcedToSome(1, 1)).toBe('annoncés');
  });
});

const row = (slug: string, waveId: string) => ({
  slug,
  waveId,
  name: slug,
  commune: '',
  address: null,
  departmentCode: '',
  departmentName: '',
  regionCode: '',
  territory: 'qpv' as const,
  website: null,
  longitude: null,
  latitude: null,
  positionPrecision: null,
  label: 'unknown' as const,
  promisedEuros: null,
  bonusEuros: 0,
});

describe('the numbers of a sheet', () => {
  it('are given once per structure, at its first mention', () => {
    const listed = numberLaureates([row('a', '1'), row('b', '1'), row('a', '2'), row('c', '2')]);
    expect(listed.map(({ number }) => number)).toEqual([1, 2, 1, 3]);
  });
});
