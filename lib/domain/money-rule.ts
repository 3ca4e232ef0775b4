import type { AwardLabel } from './award-label';
import type { InstalmentPurpose, InstalmentStatus } from './instalment';

/** Whole euros and years. Null is « non publié » and refuses nothing. */
export type MoneyRule = {
  annualCeilingEuros: number | null;
  durationYears: number | null;
  minTotalEuros: number | null;
  maxTotalEuros: number | null;
  /** One-off, for a fabrique numérique only, counted apart from the total. */
  digitalBonusEuros: number | null;
};

/** Whole euros; `yearOfAid` 1, 2… or null when unknown. */
export type CountedInstalment = {
  purpose: InstalmentPurpose;
  yearOfAid: number | null;
  amountEuros: number;
  status: InstalmentStatus;
};

export type RuleBreach =
  | { code: 'year-above-ceiling'; yearOfAid: number; amountEuros: number; ceilingEuros: number }
  | { code: 'year-beyond-duration'; yearOfAid: number; durationYears: number }
  | { code: 'total-above-maximum'; amountEuros: number; maxTotalEuros: number }
  | { code: 'bonus-without-digital-label'; label: Exclude<AwardLabel, 'fabrique_numerique'> }
  | { code: 'bonus-repeated'; times: number }
  | { code: 'bonus-above-amount'; amountEuros: number; bonusEuros: number };

const isKept = ({ status }: Pick<CountedInstalment, 'status'>) => status !== 'cancelled';
const isSeed = ({ purpose }: CountedInstalment) => purpose === 'seed';

const sum = (instalments: readonly Pick<CountedInstalment, 'amountEuros'>[]) =>
  instalments.reduce((total, { amountEuros }) => total + amountEuros, 0);

/** Promised is all but the cancelled; the bonus is included. */
export function sumInstalments(instalments: readonly Pick<CountedInstalment, 'amountEuros' | 'status'>[]): {
  promisedEuros: number;
  paidEuros: number;
} {
  return {
    promisedEuros: sum(instalments.filter(isKept)),
    paidEuros: sum(instalments.filter(({ status }) => status === 'paid')),
  };
}

export const isAidPublished = (instalments: readonly CountedInstalment[]): boolean =>
  instalments.some((instalment) => isKept(instalment) && isSeed(instalment));

/** Whole euros; null when nothing can be said: no minimum, or no amount published. */
export function missingToMinimum(
  rule: Pick<MoneyRule, 'minTotalEuros'>,
  instalments: readonly CountedInstalment[],
): number | null {
  if (rule.minTotalEuros === null || !isAidPublished(instalments)) return null;
  return Math.max(0, rule.minTotalEuros - sum(instalments.filter(isKept).filter(isSeed)));
}

export function yearsToPlan(
  { flatRate, annualCeilingEuros, durationYears }: MoneyRule & { flatRate: boolean },
  instalments: readonly CountedInstalment[],
): { yearOfAid: number; amountEuros: number }[] {
  if (!flatRate || annualCeilingEuros === null || durationYears === null) return [];
  const known = new Set(
    instalments.filter((instalment) => isKept(instalment) && isSeed(instalment)).map(({ yearOfAid }) => yearOfAid),
  );
  return Array.from({ length: durationYears }, (_, at) => ({
    yearOfAid: at + 1,
    amountEuros: annualCeilingEuros,
  })).filter(({ yearOfAid }) => !known.has(yearOfAid));
}

/** Whole euros, the bonus apart; null where no maximum is published. */
export function remainingToMaximum(rule: MoneyRule, instalments: readonly CountedInstalment[]): number | null {
  const most = rule.maxTotalEuros ?? product(rule.annualCeilingEuros, rule.durationYears);
  return most === null ? null : Math.max(0, most - sum(instalments.filter(isKept).filter(isSeed)));
}

const product = (a: number | null, b: number | null) => (a === null || b === null ? null : a * b);

function checkYears(rule: MoneyRule, seeds: readonly CountedInstalment[]): RuleBreach[] {
  const totals = new Map<number, number>();
  for (const { yearOfAid, amountEuros } of seeds) {
    if (yearOfAid !== null) totals.set(yearOfAid, (totals.get(yearOfAid) ?? 0) + amountEuros);
  }
  const years = [...totals].toSorted(([a], [b]) => a - b);
  const { annualCeilingEuros: ceilingEuros, durationYears } = rule;
  return years.flatMap(([yearOfAid, amountEuros]): RuleBreach[] => [
    ...(ceilingEuros !== null && amountEuros > ceilingEuros
      ? [{ code: 'year-above-ceiling', yearOfAid, amountEuros, ceilingEuros } as const]
      : []),
    ...(durationYears !== null && yearOfAid > durationYears
      ? [{ code: 'year-beyond-duration', yearOfAid, durationYears } as const]
      : []),
  ]);
}

function checkBonus(rule: MoneyRule, label: AwardLabel, bonuses: readonly CountedInstalment[]): RuleBreach[] {
  if (bonuses.length === 0) return [];
  const breaches: RuleBreach[] = [];
  const amountEuros = Math.max(...bonuses.map((bonus) => bonus.amountEuros));
  if (label !== 'fabrique_numerique') breaches.push({ code: 'bonus-without-digital-label', label });
  if (bonuses.length > 1) breaches.push({ code: 'bonus-repeated', times: bonuses.length });
  if (rule.digitalBonusEuros !== null && amountEuros > rule.digitalBonusEuros) {
    breaches.push({ code: 'bonus-above-amount', amountEuros, bonusEuros: rule.digitalBonusEuros });
  }
  return breaches;
}

export function checkInstalments(
  rule: MoneyRule,
  label: AwardLabel,
  instalments: readonly CountedInstalment[],
): RuleBreach[] {
  const kept = instalments.filter(isKept);
  const seeds = kept.filter(isSeed);
  const amountEuros = sum(seeds);
  const { maxTotalEuros } = rule;
  return [
    ...checkYears(rule, seeds),
    ...(maxTotalEuros !== null && amountEuros > maxTotalEuros
      ? [{ code: 'total-above-maximum', amountEuros, maxTotalEuros } as const]
      : []),
    ...checkBonus(
      rule,
      label,
      kept.filter((instalment) => !isSeed(instalment)),
    ),
  ];
}
