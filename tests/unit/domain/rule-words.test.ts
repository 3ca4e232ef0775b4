import { describe, expect, it } from 'vitest';
import type { MoneyRule } from '@/lib/domain/money-rule';
import { describeRule, ruleLines } from '@/lib/domain/rule-words';
import { FIRST_WAVES, UNPUBLISHED, YEAR_2023 } from '@/tests/support/money-rules';

const withPlainSpaces = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const plain = (rule: MoneyRule) => withPlainSpaces(describeRule(rule));
const amounts = (rule: MoneyRule) =>
  ruleLines({ ...rule, flatRate: false }).map(({ amount }) => amount && withPlainSpaces(amount));

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
