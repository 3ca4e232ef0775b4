'use client';

import type { ComponentProps } from 'react';
import { FieldError } from '@/components/ui/field-frame';
import { useField } from '@/components/ui/form-context';
import { fieldName, type RowField, type TypedRow } from '@/lib/awards/typed-rows';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { upperFirst } from '@/lib/french/words';

type CellProps = { row: string; number: number; field: RowField; label: string; value: string };

function useCell({ row, number, field, label, value }: CellProps) {
  const name = fieldName(row, field);
  const { id, error, errorId, typed } = useField(name);
  return {
    id,
    name,
    defaultValue: typed?.[0] ?? value,
    'aria-label': `${label}, ligne ${number}`,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? errorId : undefined,
  };
}

function InputCell({ className = '', ...props }: CellProps & Omit<ComponentProps<'input'>, 'value'>) {
  const { row, number, field, label, value, ...input } = props;
  const cell = useCell({ row, number, field, label, value });
  return (
    <td data-label={label} className={className}>
      <input {...cell} className="input" autoComplete="off" {...input} />
    </td>
  );
}

function SelectCell({ options, ...props }: CellProps & { options: Readonly<Record<string, string>> }) {
  const cell = useCell(props);
  return (
    <td data-label={props.label}>
      {/* A list does not follow a new default: it is made anew with it. */}
      <select {...cell} key={cell.defaultValue} className="select">
        {Object.entries(options).map(([value, words]) => (
          <option key={value} value={value}>
            {upperFirst(words)}
          </option>
        ))}
      </select>
    </td>
  );
}

const SHOWN: readonly RowField[] = [
  'yearOfAid',
  'purpose',
  'status',
  'amountEuros',
  'calendarYear',
  'paidOn',
  'sourceUrl',
];

function RowErrors({ row }: { row: string }) {
  const cells = [
    useField(fieldName(row, 'yearOfAid')),
    useField(fieldName(row, 'purpose')),
    useField(fieldName(row, 'status')),
    useField(fieldName(row, 'amountEuros')),
    useField(fieldName(row, 'calendarYear')),
    useField(fieldName(row, 'paidOn')),
    useField(fieldName(row, 'sourceUrl')),
  ];
  if (cells.every(({ error }) => !error)) return null;
  return (
    <tr className="pay-errors">
      <td colSpan={SHOWN.length + 1}>
        {cells.map(({ error, errorId }) =>
          error ? (
            <FieldError key={errorId} id={errorId}>
              {error}
            </FieldError>
          ) : null,
        )}
      </td>
    </tr>
  );
}

type InstalmentRowProps = { row: string; number: number; saved: TypedRow };

export function InstalmentRow({ row, number, saved }: InstalmentRowProps) {
  const cell = (field: RowField, label: string) => ({ row, number, field, label, value: saved[field] ?? '' });
  const removal = useField(fieldName(row, 'remove'));
  return (
    <>
      <tr className="pay-line">
        <InputCell {...cell('yearOfAid', 'Année de l’aide')} inputMode="numeric" maxLength={2} />
        <SelectCell {...cell('purpose', 'Objet')} options={INSTALMENT_PURPOSE_NAMES} />
        <SelectCell {...cell('status', 'État')} options={INSTALMENT_STATUS_NAMES} />
        <InputCell {...cell('amountEuros', 'Montant en euros')} className="pay-amount" inputMode="numeric" />
        <InputCell {...cell('calendarYear', 'Année civile')} inputMode="numeric" maxLength={4} />
        <InputCell {...cell('paidOn', 'Versé le')} type="date" />
        <InputCell {...cell('sourceUrl', 'Source')} inputMode="url" placeholder="https://" className="pay-source" />
        <td data-label="Retirer" className="pay-remove">
          {saved.id ? (
            <>
              <input type="hidden" name={fieldName(row, 'id')} value={saved.id} />
              <input
                type="checkbox"
                key={removal.typed ? 'on' : 'off'}
                id={removal.id}
                name={fieldName(row, 'remove')}
                value="oui"
                defaultChecked={removal.typed !== undefined}
                aria-label={`Retirer, ligne ${number}`}
              />
            </>
          ) : null}
        </td>
      </tr>
      <RowErrors row={row} />
    </>
  );
}
