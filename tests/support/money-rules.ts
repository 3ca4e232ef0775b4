import type { MoneyRule } from '@/lib/domain/money-rule';

export const FIRST_WAVES: MoneyRule = {
  annualCeilingEuros: 50_000,
  durationYears: 3,
  minTotalEuros: 75_000,
  maxTotalEuros: 150_000,
  digitalBonusEuros: 100_000,
};
export const YEAR_2023: MoneyRule = {
  annualCeilingEuros: 50_000,
  durationYears: 1,
  minTotalEuros: 50_000,
  maxTotalEuros: 50_000,
  digitalBonusEuros: null,
};
export const UNPUBLISHED: MoneyRule = {
  annualCeilingEuros: null,
  durationYears: null,
  minTotalEuros: null,
  maxTotalEuros: null,
  digitalBonusEuros: null,
};
