'use client';

import type { ReactNode } from 'react';
import { FieldError } from './field';
import { useField } from './form-context';

type SelectFieldProps = {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
  initially?: string;
};

export function SelectField({ name, label, options, initially = '' }: SelectFieldProps) {
  const { id, error, errorId, typed } = useField(name);
  const chosen = typed?.[0] ?? initially;
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <select
        // Unlike a text, a list does not follow a new default: it is made anew with it.
        key={chosen}
        id={id}
        name={name}
        className="select"
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}
