'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useField } from './form-context';
import { Icon } from './icon';

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'defaultValue'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What the field holds before anything is typed. */
  initially?: string;
};

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}

/** Label above, hint under the label, error under the field; all three are read with it. */
export function Field({ name, label, hint, initially = '', ...input }: FieldProps) {
  const { id, error, errorId, hintId, typed } = useField(name);
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="field-hint" id={hintId}>
          {hint}
        </span>
      ) : null}
      <input
        id={id}
        className="input"
        name={name}
        defaultValue={typed?.[0] ?? initially}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        {...input}
      />
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}
