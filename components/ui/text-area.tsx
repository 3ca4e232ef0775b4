'use client';

import type { ReactNode } from 'react';
import { FieldError } from './field';
import { useField } from './form-context';

type TextAreaProps = { name: string; label: ReactNode; hint?: ReactNode; initially?: string; rows?: number };

/** Plain text of several paragraphs. */
export function TextArea({ name, label, hint, initially = '', rows = 8 }: TextAreaProps) {
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
      <textarea
        id={id}
        className="input"
        name={name}
        rows={rows}
        defaultValue={typed?.[0] ?? initially}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}
