'use client';

import type { ReactNode } from 'react';
import { useField } from './form-context';
import { Icon } from './icon';

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}

type Control = {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

type FieldFrameProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** `typed`: what was typed before a refusal. */
  children(control: Control, typed: string | undefined): ReactNode;
};

/** Label above, hint under the label, error under the field; all three are read with it. */
export function FieldFrame({ name, label, hint, children }: FieldFrameProps) {
  const { id, error, errorId, hintId, typed } = useField(name);
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="field-hint" id={hintId}>
          {hint}
        </span>
      ) : null}
      {children({ id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy }, typed?.[0])}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}
