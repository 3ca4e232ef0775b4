import { describe, expect, it } from 'vitest';
import {
  type CountedInstalment,
  checkInstalments,
  isAidPublished,
  type MoneyRule,
  missingToMinimum,
  sumInstalments,
} from '@/lib/domain/money-rule';
import { FIRST_WAVES, UNPUBLISHED, YEAR_2023 } from '@/tests/support/money-rules';

const seed = (yearOfAid: number, amountEuros: number, status: CountedInstalment['status'] = 'announced') =>
  ({ purpose: 'seed', yearOfAid, amountEuros, status }) as const;
const bonus = (amountEuros: number, status: CountedInstalment['status'] = 'announced') =>
  ({ purpose: 'digital_bonus', yearOfAid: null, amountEuros, status }) as const;
const codes = (
  rule: MoneyRule,
  instalments: CountedInstalment[],
  label: Parameters<typeof checkInstalments>[1] = 'unknown',
) => checkInstalments(rule, label, instalments).map(({ code }) => code);

describe('the rule of the money of a wave', () => {
  it('accepts three years at the ceiling, and the bonus of a fabrique numérique beyond the maximum', () => {
    const full = [seed(1, 50_000), seed(2, 50_000), seed(3, 50_000)];
    expect(codes(FIRST_WAVES, full)).toEqual([]);
    expect(codes(FIRST_WAVES, [...full, bonus(100_000)], 'fabrique_numerique')).toEqual([]);
  });

  it('holds each year of the aid to the ceiling, its instalments added up', () => {
    expect(checkInstalments(FIRST_WAVES, 'fabrique', [seed(1, 30_000), seed(1, 30_000), seed(2, 50_000)])).toEqual([
      { code: 'year-above-ceiling', yearOfAid: 1, amountEuros: 60_000, ceilingEuros: 50_000 },
    ]);
  });

  it('refuses a year beyond the duration', () => {
    expect(checkInstalments(FIRST_WAVES, 'fabrique', [seed(4, 10_000)])).toEqual([
      { code: 'year-beyond-duration', yearOfAid: 4, durationYears: 3 },
    ]);
    expect(codes(YEAR_2023, [seed(1, 25_000), seed(2, 25_000)])).toEqual(['year-beyond-duration']);
  });

  it('holds the total to the maximum even when each year keeps to its ceiling', () => {
    const rule = { ...FIRST_WAVES, maxTotalEuros: 120_000 };
    expect(checkInstalments(rule, 'fabrique', [seed(1, 50_000), seed(2, 50_000), seed(3, 50_000)])).toEqual([
      { code: 'total-above-maximum', amountEuros: 150_000, maxTotalEuros: 120_000 },
    ]);
  });

  it('leaves cancelled instalments out of every check', () => {
    const instalments = [
      seed(1, 50_000),
      seed(1, 50_000, 'cancelled'),
      seed(4, 50_000, 'cancelled'),
      bonus(1, 'cancelled'),
    ];
    expect(codes(FIRST_WAVES, instalments)).toEqual([]);
  });

  it('gives the bonus to a fabrique numérique only, a label not known included', () => {
    expect(codes(FIRST_WAVES, [bonus(100_000)], 'fabrique')).toEqual(['bonus-without-digital-label']);
    expect(codes(FIRST_WAVES, [bonus(100_000)], 'unknown')).toEqual(['bonus-without-digital-label']);
  });

  it('gives the bonus once, and no more than its amount', () => {
    expect(codes(FIRST_WAVES, [bonus(50_000), bonus(50_000)], 'fabrique_numerique')).toEqual(['bonus-repeated']);
    expect(codes(FIRST_WAVES, [bonus(120_000)], 'fabrique_numerique')).toEqual(['bonus-above-amount']);
    expect(codes(FIRST_WAVES, [bonus(120_000, 'cancelled'), bonus(100_000)], 'fabrique_numerique')).toEqual([]);
  });

  it('refuses nothing where the rule is not published', () => {
    expect(codes(UNPUBLISHED, [seed(1, 9_000_000), seed(9, 1), bonus(5_000_000)], 'fabrique_numerique')).toEqual([]);
  });

  it('never refuses a total below the minimum, and says what lacks', () => {
    const low = [seed(1, 50_000), seed(2, 50_000, 'cancelled'), bonus(100_000)];
    expect(codes(FIRST_WAVES, low, 'fabrique_numerique')).toEqual([]);
    expect(missingToMinimum(FIRST_WAVES, low)).toBe(25_000);
    expect(missingToMinimum(FIRST_WAVES, [seed(1, 50_000), seed(2, 25_000)])).toBe(0);
  });

  it('claims no lack where there is no minimum or no amount of the aid itself', () => {
    expect(missingToMinimum(UNPUBLISHED, [seed(1, 10)])).toBeNull();
    expect(missingToMinimum(FIRST_WAVES, [])).toBeNull();
    expect(missingToMinimum(FIRST_WAVES, [bonus(100_000)])).toBeNull();
    expect(isAidPublished([bonus(100_000), seed(1, 50_000, 'cancelled')])).toBe(false);
  });
});

describe('the euros of an award', () => {
  it('promises all but the cancelled, and counts as paid only what is paid', () => {
    const instalments = [
      seed(1, 50_000, 'paid'),
      seed(2, 40_000, 'planned'),
      seed(3, 30_000, 'cancelled'),
      bonus(100_000),
    ];
    expect(sumInstalments(instalments)).toEqual({ promisedEuros: 190_000, paidEuros: 50_000 });
    expect(sumInstalments([])).toEqual({ promisedEuros: 0, paidEuros: 0 });
  });
});
