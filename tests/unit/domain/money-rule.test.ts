import { describe, expect, it } from 'vitest';
import {
  type CountedInstalment,
  checkInstalments,
  isAidPublished,
  type MoneyRule,
  missingToMinimum,
  sumInstalments,
} from '@/lib/domain/money-rule';
import { describeRule, ruleLines } from '@/lib/domain/rule-words';

const FIRST_WAVES: MoneyRule = {
  annualCeilingEuros: 50_000,
  durationYears: 3,
  minTotalEuros: 75_000,
  maxTotalEuros: 150_000,
  digitalBonusEuros: 100_000,
};
const YEAR_2023: MoneyRule = {
  annualCeilingEuros: 50_000,
  durationYears: 1,
  minTotalEuros: 50_000,
  maxTotalEuros: 50_000,
  digitalBonusEuros: null,
};
const UNPUBLISHED: MoneyRule = {
  annualCeilingEuros: null,
  durationYears: null,
  minTotalEuros: null,
  maxTotalEuros: null,
  digitalBonusEuros: null,
};

const seed = (yearOfAid: number, amountEuros: number, status: CountedInstalment['status'] = 'announced') =>
  ({ purpose: 'seed', yearOfAid, amountEuros, status }) as const;
const bonus = (amountEuros: number, status: CountedInstalment['status'] = 'announced') =>
  ({ purpose: 'digital_bonus', yearOfAid: null, amountEuros, status }) as const;
const codes = (
  rule: MoneyRule,
  instalments: CountedInstalment[],
  label: Parameters<typeof checkInstalments>[1] = 'unknown',
) => checkInstalments(rule, label, instalments).map(({ code }) => code);

const withPlainSpaces = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const plain = (rule: MoneyRule) => withPlainSpaces(describeRule(rule));
const amounts = (rule: MoneyRule) =>
  ruleLines({ ...rule, flatRate: false }).map(({ amount }) => amount && withPlainSpaces(amount));

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

describe('the rule of a wave in words', () => {
  it('says all of the rule of the first waves in one sentence', () => {
    expect(plain(FIRST_WAVES)).toBe(
      'au plus 50 000 € par an pendant trois ans, de 75 000 à 150 000 € en tout, plus 100 000 € une fois pour une fabrique numérique',
    );
  });

  it('says a fixed amount without « au plus »', () => {
    expect(plain(YEAR_2023)).toBe('50 000 € pour un an, bonus pour une fabrique numérique non publié');
    expect(plain({ ...FIRST_WAVES, minTotalEuros: 150_000, digitalBonusEuros: null })).toMatch(
      /^50 000 € par an pendant trois ans, 150 000 € en tout/,
    );
  });

  it('says of each empty cell that it is not published', () => {
    expect(plain(UNPUBLISHED)).toBe('règle de l’aide non publiée');
    expect(plain({ ...UNPUBLISHED, digitalBonusEuros: 100_000 })).toBe(
      'montant annuel et durée non publiés, total non publié, plus 100 000 € une fois pour une fabrique numérique',
    );
    expect(plain({ ...FIRST_WAVES, annualCeilingEuros: null, minTotalEuros: null })).toMatch(
      /^pendant trois ans, montant annuel non publié, au plus 150 000 € en tout/,
    );
    expect(plain({ ...FIRST_WAVES, durationYears: null, maxTotalEuros: null })).toMatch(
      /^au plus 50 000 € par an, durée non publiée, au moins 75 000 € en tout/,
    );
  });
});

describe('the rule of a wave, line by line', () => {
  it('gives every figure of the first waves', () => {
    expect(amounts(FIRST_WAVES)).toEqual(['50 000 €', '3 ans', 'de 75 000 à 150 000 €', '+ 100 000 €']);
  });

  it('says of an empty figure that it is not known, never zero', () => {
    const none = { ...FIRST_WAVES, annualCeilingEuros: null, digitalBonusEuros: null, minTotalEuros: null };
    expect(amounts(none)).toEqual([null, '3 ans', 'au plus 150 000 €', null]);
  });
});
