import { describe, expect, it } from 'vitest';
import { countedWhileTyping, countRows, isBlank } from '@/lib/awards/typed-rows';
import { breachWords } from '@/lib/domain/breach-words';
import { checkInstalments, remainingToMaximum, yearsToPlan } from '@/lib/domain/money-rule';
import { readEuros, readTypedDate, toTypedDate } from '@/lib/french/typed-values';

const RULE = {
  annualCeilingEuros: 50_000,
  durationYears: 3,
  minTotalEuros: 75_000,
  maxTotalEuros: 120_000,
  digitalBonusEuros: 100_000,
};
const seed = (yearOfAid: number, amountEuros: number) =>
  ({ purpose: 'seed', yearOfAid, amountEuros, status: 'planned' }) as const;
const bonus = (amountEuros: number) =>
  ({ purpose: 'digital_bonus', yearOfAid: null, amountEuros, status: 'planned' }) as const;
const words = (
  label: Parameters<typeof checkInstalments>[1],
  rows: Parameters<typeof checkInstalments>[2],
  name = 'Vague 1',
) => checkInstalments(RULE, label, rows).map((breach) => breachWords(breach, name).replaceAll(/[\u00A0\u202F]/g, ' '));

describe('a refusal', () => {
  it('names the wave, its rule and what would break it', () => {
    expect(words('fabrique', [seed(2, 60_000)])).toEqual([
      'La vague 1 plafonne l’aide à 50 000 € par an : la 2e année en compterait 60 000.',
    ]);
    expect(words('fabrique', [seed(1, 60_000)], 'Vagues 2 à 4')).toEqual([
      'Les vagues 2 à 4 plafonnent l’aide à 50 000 € par an : la 1re année en compterait 60 000.',
    ]);
    expect(words('fabrique', [seed(4, 1)])).toEqual([
      'La vague 1 soutient pendant trois ans : il n’y a pas de 4e année.',
    ]);
    expect(words('fabrique', [seed(1, 50_000), seed(2, 50_000), seed(3, 50_000)])).toEqual([
      'La vague 1 plafonne l’aide à 120 000 € en tout : elle en compterait 150 000.',
    ]);
  });

  it('says of a bonus what is missing or too much', () => {
    expect(words('unknown', [bonus(1)])[0]).toContain('dites d’abord le label, qui n’est pas précisé');
    expect(words('fabrique', [bonus(1)])[0]).toContain('le label serait « Fabrique de territoire »');
    expect(words('fabrique_numerique', [bonus(1), bonus(2)])).toEqual([
      'Le bonus numérique n’est versé qu’une fois : il y en aurait 2.',
    ]);
    expect(words('fabrique_numerique', [bonus(120_000)], 'Vagues 2 à 4')).toEqual([
      'Le bonus numérique des vagues 2 à 4 est de 100 000 € : il serait de 120 000.',
    ]);
    expect(words('fabrique_numerique', [bonus(120_000)])[0]).toContain('de la vague 1 est de');
  });
});

describe('what is still to be given', () => {
  it('is planned for each year of a flat-rate wave that has nothing', () => {
    const flat = { ...RULE, flatRate: true };
    expect(yearsToPlan(flat, [seed(2, 10)]).map(({ yearOfAid }) => yearOfAid)).toEqual([1, 3]);
    expect(yearsToPlan({ ...RULE, flatRate: false }, [])).toEqual([]);
    expect(yearsToPlan({ ...flat, durationYears: null }, [])).toEqual([]);
  });

  it('is what the maximum leaves, the bonus apart', () => {
    expect(remainingToMaximum(RULE, [seed(1, 50_000), bonus(100_000)])).toBe(70_000);
    expect(remainingToMaximum({ ...RULE, maxTotalEuros: null }, [seed(1, 50_000)])).toBe(100_000);
    expect(remainingToMaximum({ ...RULE, maxTotalEuros: null, durationYears: null }, [])).toBeNull();
  });
});

describe('what is typed', () => {
  it.each([
    ['50 000', 50_000],
    ['50\u202F000\u00A0€', 50_000],
    ['50000', 50_000],
    [' 1 250 000 euros ', 1_250_000],
    ['50 000,00', 50_000],
    ['5 00', null],
    ['50.000', null],
    ['50 000,50', null],
    ['-5', null],
    ['1e5', null],
    ['', null],
  ])('%j is %j euros', (text, amount) => {
    expect(readEuros(text)).toBe(amount);
  });

  it.each([
    ['03/02/2020', '2020-02-03', 'day'],
    ['3/2/2020', '2020-02-03', 'day'],
    ['12/2021', '2021-12-01', 'month'],
    ['2021', '2021-01-01', 'year'],
    ['2020-02-03', '2020-02-03', 'day'],
  ] as const)('%j is %j, known to the %s', (text, date, precision) => {
    expect(readTypedDate(text)).toEqual({ date, precision });
    expect(readTypedDate(toTypedDate(date, precision))).toEqual({ date, precision });
  });

  it.each(['31/02/2021', '13/2021', '1/1/21', 'mars 2021', '2021-1-1', ''])('%j is no date', (text) => {
    expect(readTypedDate(text)).toBeNull();
  });

  it('counts a row as soon as its amount can be read, unless it goes', () => {
    const row = { purpose: 'seed', status: 'planned', yearOfAid: '2' };
    expect(countedWhileTyping([{ ...row, amountEuros: '60 000' }])).toEqual([seed(2, 60_000)]);
    expect(
      countedWhileTyping([
        { ...row, amountEuros: '6x' },
        { ...row, amountEuros: '5', remove: 'oui' },
      ]),
    ).toEqual([]);
    expect(isBlank({ ...row, yearOfAid: ' ' })).toBe(true);
    expect(countRows(['v0-id', 'v3-amountEuros', 'label', 'v100-id'])).toBe(4);
    expect(countRows(['label'])).toBe(0);
  });
});
