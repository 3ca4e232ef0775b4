import { beforeAll, describe, expect, it } from 'vitest';
import { bonusInWords, moneyInWords } from '@/components/territories/money-words';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { type DirectoryFilter, EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { totalOf } from '@/lib/figures/composition';
import { readFixedMap } from '@/lib/figures/map-points';
import { rankDepartments, rankRegions, sumFrance } from '@/lib/figures/ranking';
import { readTerritorySheet, type TerritorySheet } from '@/lib/figures/territory-sheet';
import { dayInParis } from '@/lib/french/dates';
import { laureates, type Laureate as Row } from '../support/naive-directory';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const euros = (rows: Row[]) => rows.reduce((sum, row) => sum + row.euros, 0);
const count = (rows: Row[], key: 'territory' | 'label', value: string) =>
  rows.filter((row) => row[key] === value).length;

function expectSheet(sheet: TerritorySheet, rows: Row[]) {
  expect(sheet).toMatchObject({ structures: rows.length, awards: rows.length, promisedEuros: euros(rows) });
  expect(sheet.labels.map((label) => [label.value, label.count])).toEqual(
    sheet.labels.map(({ value }) => [value, count(rows, 'label', value)]),
  );
  expect(sheet.laureates.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(sheet.laureates.map(({ slug }) => slug).toSorted()).toEqual(rows.map(({ slug }) => slug).toSorted());
  for (const { wave, money } of sheet.waves) {
    const own = rows.filter((row) => row.wave === wave.id);
    const funded = own.filter((row) => row.euros > 0);
    expect(money).toMatchObject({ structures: own.length, funded: funded.length });
    expect(money.totalEuros ?? 0).toBe(euros(funded));
    expect(money.eachEuros).toBe(new Set(funded.map((row) => row.euros)).size === 1 ? funded[0]?.euros : null);
  }
  expect(sheet.waves.reduce((sum, { money }) => sum + money.structures, 0)).toBe(rows.length);
  // Never edited, a record has the date of the data, in Paris.
  expect(sheet.lastChange && dayInParis(new Date(sheet.lastChange))).toBe(rows.length > 0 ? '2026-11-23' : null);
}

describe('the sheets', () => {
  it('of every région count what the table counts', async () => {
    const regions = await rankRegions();
    expect(regions).toHaveLength(19);
    for (const region of regions) {
      const rows = laureates.filter(({ regionCode }) => regionCode === region.code);
      expect(region.structures).toBe(rows.length);
      expect(region.composition).toEqual({
        qpv: count(rows, 'territory', 'qpv'),
        rural: count(rows, 'territory', 'rural'),
        unknown: count(rows, 'territory', 'non-precise'),
      });
      expectSheet(await readTerritorySheet(updateFilter(EMPTY_FILTER, { region: [region.slug] })), rows);
    }
  });

  it('of every département count what the table counts', async () => {
    const departments = await rankDepartments();
    expect(departments).toHaveLength(102);
    for (const department of departments) {
      const rows = laureates.filter((row) => row.department === department.code);
      expect(totalOf(department.composition)).toBe(rows.length);
      expectSheet(await readTerritorySheet(updateFilter(EMPTY_FILTER, { departement: [department.code] })), rows);
    }
  });

  it('add up to the 382 of the directory', async () => {
    const france = await sumFrance();
    expect(france).toMatchObject({ structures: 382, composition: { qpv: 80, rural: 138, unknown: 164 }, rate: 0.56 });
  });
});

const plain = (text: string | null) => text?.replaceAll(/[\u00A0\u202F]/g, ' ');
const firstWave = async (filter: DirectoryFilter) => {
  const [first] = (await readTerritorySheet(filter)).waves;
  if (!first) throw new Error('no wave');
  return first;
};

describe('a bonus without the aid', () => {
  it('is said to be the bonus alone where nothing else is published', async () => {
    const { wave, money } = await firstWave(updateFilter(EMPTY_FILTER, { region: ['auvergne-rhone-alpes'] }));
    expect(money).toMatchObject({ funded: 2, structures: 12, totalEuros: 200_000, bonusEuros: 200_000, bonusOnly: 2 });
    expect(plain(bonusInWords(money))).toBe('bonus numérique seul');
    expect(plain(moneyInWords(wave, money))).toMatch(/Montant annoncé pour 2 sur 12, le bonus numérique seul\.$/);
  });

  it('is told apart within a sum that holds more', async () => {
    const { wave, money } = await firstWave(updateFilter(EMPTY_FILTER, { vague: ['vague-1'] }));
    expect(money).toMatchObject({ funded: 3, totalEuros: 350_000, bonusEuros: 200_000, bonusOnly: 2 });
    expect(plain(bonusInWords(money))).toBe('dont bonus numérique 200 000 €');
    expect(plain(moneyInWords(wave, money))).toMatch(
      /Montant annoncé pour 3 sur 79, dont 2 pour le bonus numérique seul\.$/,
    );
  });

  it('is not spoken of where there is none', async () => {
    const { money } = await firstWave(updateFilter(EMPTY_FILTER, { vague: ['vague-5'] }));
    expect(money).toMatchObject({ bonusEuros: 0, bonusOnly: 0 });
    expect(bonusInWords(money)).toBeNull();
  });
});

describe('the money of a single laureate', () => {
  it('is told of one, not of each', async () => {
    const { wave, money } = await firstWave(updateFilter(EMPTY_FILTER, { vague: ['vague-5'] }));
    const one = { ...money, structures: 1, funded: 1 };
    expect(plain(moneyInWords(wave, money))).toBe('150 000 € chacune, annoncés.');
    expect(plain(moneyInWords(wave, one))).toBe('150 000 € annoncés.');
    expect(plain(moneyInWords(wave, { ...one, bonusOnly: 1, bonusEuros: 150_000 }))).toMatch(
      /Montant annoncé : le bonus numérique seul\.$/,
    );
    expect(plain(moneyInWords(wave, { ...one, funded: 0, eachEuros: null }))).toMatch(/Montant non publié\.$/);
  });
});

describe('the ranks', () => {
  it('go from 1 to 18 among the régions, shared where the figure is', async () => {
    const regions = await rankRegions();
    const ranked = regions.filter(({ isRanked }) => isRanked);
    expect(ranked).toHaveLength(18);
    expect(ranked.map(({ rankByNumber }) => rankByNumber).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 16, 16, 18,
    ]);
    const north = regions.find(({ slug }) => slug === 'hauts-de-france');
    expect(north).toMatchObject({ structures: 27, rankByNumber: 7, rate: 0.45, rankByRate: 17 });
    for (const area of ranked) {
      expect(area.rankByNumber).toBe(1 + ranked.filter((other) => other.structures > area.structures).length);
      expect(area.rankByRate).toBe(1 + ranked.filter((other) => (other.rate ?? 0) > (area.rate ?? 0)).length);
    }
  });

  it('leave a collectivity out, whatever it counts', async () => {
    const saintMartin = { structures: 1, rate: 3.21, rankByNumber: null, rankByRate: null };
    expect((await rankRegions()).find(({ code }) => code === '978')).toMatchObject(saintMartin);
    expect((await rankDepartments()).find(({ code }) => code === '978')).toMatchObject(saintMartin);
  });
});

describe('the fixed map of France', () => {
  it('shows every structure that has a position, and names the one that has none', async () => {
    const map = await readFixedMap(EMPTY_FILTER);
    expect(map).toMatchObject({ located: 381, withoutPosition: 1, unlocated: [{ commune: 'Saint-Martin' }] });
    expect(map.points.map(({ slug }) => slug).toSorted()).toEqual(
      laureates.flatMap(({ slug, latitude }) => (latitude === null ? [] : [slug])).toSorted(),
    );
  });
});

describe('a map with more structures than it has room for', () => {
  it('shows one symbol per territory and cell, and still counts them all', async () => {
    const map = await readFixedMap(EMPTY_FILTER, 100);
    expect(map).toMatchObject({ located: 381, withoutPosition: 1 });
    expect(map.points.length).toBeGreaterThan(100);
    expect(map.points.length).toBeLessThan(381);
    const cells = map.points.map(({ longitude, latitude, territory }) => {
      const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
      return `${Math.floor(((longitude + 180) / 360) * 640)} ${Math.floor(y * 640)} ${territory}`;
    });
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe('a structure selected in two waves', () => {
  beforeAll(async () => {
    await getPool().query(
      `INSERT INTO award (structure_id, wave_id, label) VALUES ('fabt-032', 'vague-9', 'fabrique')`,
    );
    emptyDirectoryCache();
  });

  it('stands under both waves of its sheet with one number, and counts once as a lauréat', async () => {
    const own = laureates.find(({ id }) => id === 'fabt-032');
    const sheet = await readTerritorySheet(updateFilter(EMPTY_FILTER, { departement: [own?.department ?? ''] }));
    expect(sheet.awards).toBe(sheet.structures + 1);
    const mentions = sheet.laureates.filter(({ slug }) => slug === own?.slug);
    expect(mentions.map(({ waveId }) => waveId)).toEqual(['vague-1', 'vague-9']);
    expect(new Set(mentions.map(({ number }) => number)).size).toBe(1);
    expect(Math.max(...sheet.laureates.map(({ number }) => number))).toBe(sheet.structures);
  });
});
