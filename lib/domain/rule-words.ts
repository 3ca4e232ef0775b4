import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { MoneyRule } from './money-rule';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

export const yearsInWords = (years: number): string =>
  `${NUMBERS[years] ?? formatInteger(years)}\u00A0${plural(years, 'an', 'ans')}`;

type Rule = Readonly<MoneyRule>;

export const isFixed = ({ annualCeilingEuros, durationYears, minTotalEuros, maxTotalEuros }: Rule) =>
  annualCeilingEuros !== null &&
  durationYears !== null &&
  minTotalEuros === maxTotalEuros &&
  maxTotalEuros === annualCeilingEuros * durationYears;

function describeYears(rule: Rule): string {
  const { annualCeilingEuros: ceiling, durationYears: years } = rule;
  if (ceiling === null) {
    return years === null
      ? 'montant annuel et durée non publiés'
      : `pendant ${yearsInWords(years)}, montant annuel non publié`;
  }
  const amount = isFixed(rule) ? formatEuros(ceiling) : `au plus ${formatEuros(ceiling)}`;
  if (years === null) return `${amount} par an, durée non publiée`;
  return years === 1 ? `${amount} pour un an` : `${amount} par an pendant ${yearsInWords(years)}`;
}

export function totalRange({ minTotalEuros: min, maxTotalEuros: max }: Pick<Rule, 'minTotalEuros' | 'maxTotalEuros'>) {
  if (min !== null && max !== null) {
    return min === max ? formatEuros(max) : `de ${formatInteger(min)} à ${formatEuros(max)}`;
  }
  if (max !== null) return `au plus ${formatEuros(max)}`;
  return min === null ? null : `au moins ${formatEuros(min)}`;
}

function describeTotal(rule: Rule): string {
  const range = totalRange(rule);
  return range === null ? 'total non publié' : `${range} en tout`;
}

const describeBonus = ({ digitalBonusEuros: bonus }: Rule) =>
  bonus === null
    ? 'bonus pour une fabrique numérique non publié'
    : `plus ${formatEuros(bonus)} une fois pour une fabrique numérique`;

export const isRuleUnpublished = (rule: Rule): boolean =>
  rule.annualCeilingEuros === null &&
  rule.durationYears === null &&
  rule.minTotalEuros === null &&
  rule.maxTotalEuros === null &&
  rule.digitalBonusEuros === null;

type RuleInWords = { years: string; total: string | null; bonus: string };

export const describeRuleParts = (rule: Rule): RuleInWords => ({
  years: describeYears(rule),
  total: isFixed(rule) && rule.durationYears === 1 ? null : describeTotal(rule),
  bonus: describeBonus(rule),
});

export function describeRule(rule: Rule): string {
  if (isRuleUnpublished(rule)) return 'règle de l’aide non publiée';
  const { years, total, bonus } = describeRuleParts(rule);
  return [years, total, bonus].filter((part) => part !== null).join(', ');
}

/** `amount` is null where the figure is not published. */
type RuleLine = { amount: string | null; meaning: string };

export function ruleLines(rule: Rule & { flatRate: boolean }): RuleLine[] {
  const { annualCeilingEuros: ceiling, durationYears: years, digitalBonusEuros: bonus, flatRate } = rule;
  return [
    {
      amount: ceiling === null ? null : formatEuros(ceiling),
      meaning: flatRate ? 'par an, la même somme pour chacune' : 'par an au plus',
    },
    {
      amount: years === null ? null : `${formatInteger(years)}\u00A0${plural(years, 'an', 'ans')}`,
      meaning: 'de soutien',
    },
    { amount: totalRange(rule), meaning: 'en tout' },
    {
      amount: bonus === null ? null : `+\u00A0${formatEuros(bonus)}`,
      meaning: 'une fois, pour une fabrique numérique',
    },
  ];
}
