'use client';

import type { ReactNode } from 'react';
import { FieldError } from './field';
import { useField } from './form-context';

type SelectFieldProps = {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
  initially?: string;
  hint?: ReactNode;
};

/** One value of a list, with its label, hint and error. */
export function SelectField({ name, label, options, initially = '', hint }: SelectFieldProps) {
  const { id, error, errorId, hintId, typed } = useField(name);
  const chosen = typed?.[0] ?? initially;
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="field-hint" id={hintId}>
          {hint}
        </span>
      ) : null}
      <select
        // A list does not follow a new default: it is made anew with it.
        key={chosen}
        id={id}
        className="select"
        name={name}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}
