'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import { Definition } from '@/components/ui/definition';
import { FormContext } from '@/components/ui/form-context';
import { Icon } from '@/components/ui/icon';
import { countedWhileTyping, countRows, fieldName, ROW_FIELDS, rowName, type TypedRow } from '@/lib/awards/typed-rows';
import { type AwardLabel, LABELS } from '@/lib/domain/award-label';
import { breachWords } from '@/lib/domain/breach-words';
import {
  checkInstalments,
  type MoneyRule,
  missingToMinimum,
  remainingToMaximum,
  sumInstalments,
} from '@/lib/domain/money-rule';
import { formatEuros } from '@/lib/french/numbers';

type Typed = { label: AwardLabel; rows: readonly TypedRow[] };

function readTyped(names: Iterable<string>, valueOf: (name: string) => string | undefined): Typed {
  const rows = Array.from({ length: countRows(names) }, (_, at) => {
    const row = rowName(at);
    return Object.fromEntries(
      ROW_FIELDS.flatMap((field) => {
        const value = valueOf(fieldName(row, field));
        return value === undefined ? [] : [[field, value]];
      }),
    );
  });
  const label = valueOf('label');
  return { label: LABELS.find((one) => one === label) ?? 'unknown', rows };
}

function readForm(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  return readTyped(data.keys(), (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : undefined;
  });
}

type FundingFiguresProps = { rule: MoneyRule & { shortLabel: string }; saved: Typed };

export function FundingFigures({ rule, saved }: FundingFiguresProps) {
  const { state } = useContext(FormContext);
  const mark = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<{ key: string; typed: Typed } | null>(null);
  useEffect(() => {
    const form = mark.current?.closest('form');
    const read = () => form && setTyping({ key: state.key, typed: readForm(form) });
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, [state]);
  // What was typed before the last sending is no longer what the form holds.
  const live = typing?.key === state.key ? typing.typed : null;
  const kept =
    state.status === 'refused' ? readTyped(Object.keys(state.values), (name) => state.values[name]?.[0]) : saved;
  const { label, rows } = live ?? kept;
  const counted = countedWhileTyping(rows);
  const { promisedEuros, paidEuros } = sumInstalments(counted);
  const remaining = remainingToMaximum(rule, counted);
  const missing = missingToMinimum(rule, counted);
  const breaches = live ? checkInstalments(rule, label, counted) : [];
  return (
    <div ref={mark} className="funding">
      <dl>
        <Definition term="Promis en tout">{formatEuros(promisedEuros)}</Definition>
        <Definition term="Déjà versé">{formatEuros(paidEuros)}</Definition>
        <Definition term="La règle permet encore">
          {remaining === null ? 'non publié' : formatEuros(remaining)}
        </Definition>
        {missing ? (
          <Definition term="Sous le minimum de la vague" className="is-missing">
            il manque {formatEuros(missing)}
          </Definition>
        ) : null}
      </dl>
      <div aria-live="polite">
        {breaches.map((breach) => (
          <p key={breach.code} className="field-error">
            <Icon name="warning" />
            <span>{breachWords(breach, rule.shortLabel)}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
