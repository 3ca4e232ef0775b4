import type { ReactNode } from 'react';
import { Ordinal } from '@/components/ui/french-text';
import type { MoneyRule } from '@/lib/domain/money-rule';
import { describeRule, isFixed, totalRange, yearsInWords } from '@/lib/domain/rule-words';
import { formatEuros } from '@/lib/french/numbers';
import { upperFirst } from '@/lib/french/words';

const MOST_YEARS = 5;
const TALLEST = 128;
const LOWEST = 58;

const heightOf = (amountEuros: number, greatestEuros: number) =>
  Math.max(LOWEST, Math.round((TALLEST * amountEuros) / greatestEuros));

const isDrawable = ({ annualCeilingEuros, durationYears }: MoneyRule) =>
  annualCeilingEuros !== null && durationYears !== null && durationYears >= 1 && durationYears <= MOST_YEARS;

/** Dashed, because it is a rule and not a payment; the sentence says the same. */
export function RuleFigure({ rule, children }: { rule: MoneyRule; children: ReactNode }) {
  return (
    <figure className="foreseen">
      {isDrawable(rule) && <Drawing rule={rule} />}
      <p className={isDrawable(rule) ? 'vh' : undefined}>{upperFirst(describeRule(rule))}.</p>
      <figcaption className="small soft">{children}</figcaption>
    </figure>
  );
}

function Drawing({ rule }: { rule: MoneyRule }) {
  const { annualCeilingEuros, durationYears, digitalBonusEuros } = rule;
  const ceiling = annualCeilingEuros ?? 0;
  const years = durationYears ?? 0;
  const greatest = Math.max(ceiling * 2, digitalBonusEuros ?? 0, 1);
  const total = totalRange(rule);
  return (
    <div className="foreseen-drawing" aria-hidden="true">
      <div>
        <p className="foreseen-total">
          <b>{total ?? 'total non publié'}</b>
          <span>
            {total !== null && 'en tout, '}sur {yearsInWords(years)}
          </span>
        </p>
        <ol>
          {Array.from({ length: years }, (_, year) => (
            <li key={year}>
              <span className="foreseen-box" style={{ height: heightOf(ceiling, greatest) }}>
                <b>{formatEuros(ceiling)}</b>
                {!isFixed(rule) && 'au plus'}
              </span>
              <Ordinal rank={year + 1} gender="f" /> année
            </li>
          ))}
        </ol>
      </div>
      {digitalBonusEuros !== null && (
        <div className="foreseen-bonus">
          <b className="foreseen-plus">+</b>
          <p>
            <span className="foreseen-box" style={{ height: heightOf(digitalBonusEuros, greatest) }}>
              <b>{formatEuros(digitalBonusEuros)}</b>
              une seule fois
            </span>
            bonus
          </p>
          <small>seulement pour une « fabrique numérique »</small>
        </div>
      )}
    </div>
  );
}
