import { checkInstalments, type MoneyRule, type RuleBreach } from '@/lib/domain/money-rule';
import { DetailedError } from '@/lib/errors';
import type { InstalmentState } from './instalment-state';
import type { AwardState } from './state';

/** `row`: the name of its row in what was typed. */
export type GivenInstalment = Omit<InstalmentState, 'id'> & { id: string | null; row: string };

type Row = Omit<InstalmentState, 'id'> & { row?: string };

function lastFieldIn(breach: RuleBreach, rows: readonly Row[], isLabelNew: boolean): string | undefined {
  const last = (name: string, isPart: (row: Row) => boolean) => {
    const row = rows.findLast((one) => one.status !== 'cancelled' && isPart(one))?.row;
    return row && `${row}-${name}`;
  };
  const isBonus = ({ purpose }: Row) => purpose === 'digital_bonus';
  switch (breach.code) {
    case 'year-above-ceiling':
      return last('amountEuros', (row) => !isBonus(row) && row.yearOfAid === breach.yearOfAid);
    case 'year-beyond-duration':
      return last('yearOfAid', (row) => !isBonus(row) && row.yearOfAid === breach.yearOfAid);
    case 'total-above-maximum':
      return last('amountEuros', (row) => !isBonus(row));
    case 'bonus-without-digital-label':
      return breach.label === 'unknown' || isLabelNew ? 'label' : last('purpose', isBonus);
    default:
      return last('amountEuros', isBonus);
  }
}

type Checked = { label: AwardState['label']; instalments: readonly Row[] };

export function refuseBreaches(
  wave: MoneyRule & { shortLabel: string },
  { label, instalments }: Checked,
  labelBefore: AwardState['label'] = label,
): void {
  const breaches = checkInstalments(wave, label, instalments);
  if (breaches.length === 0) return;
  throw new DetailedError('rule-broken', {
    shortLabel: wave.shortLabel,
    breaches: breaches.map((breach) => ({ breach, field: lastFieldIn(breach, instalments, label !== labelBefore) })),
  });
}
