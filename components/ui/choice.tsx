'use client';

import type { ReactNode } from 'react';
import { FieldError } from './field-frame';
import { useField } from './form-context';

type Option = { value: string; label: string; hint?: string };

type ChoiceProps = {
  name: string;
  legend: ReactNode;
  options: readonly Option[];
  initially?: readonly string[];
  kind?: 'one' | 'many';
  className?: string;
};

/** The whole box is the target; the chosen one is outlined twice, not coloured alone. */
export function Choice({ name, legend, options, initially = [], kind = 'one', className = '' }: ChoiceProps) {
  const { id, error, errorId, typed } = useField(name);
  const chosen = typed ?? initially;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`field choice-set ${error ? 'field--bad' : ''} ${className}`}
      aria-describedby={error ? errorId : undefined}
    >
      <legend>{legend}</legend>
      <div className="choice">
        {options.map(({ value, label, hint }) => (
          <label key={value}>
            <input
              // Unlike a text, a box does not follow a new default: it is made anew with it.
              key={chosen.includes(value) ? 'on' : 'off'}
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <span>
              <span className="choice-name">{label}</span>
              {hint ? <span className="field-hint">{hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </fieldset>
  );
}

type YesBoxProps = { name: string; legend: string; label: string; isTicked?: boolean };

/** A single box, sent as « oui ». */
export const YesBox = ({ name, legend, label, isTicked = false }: YesBoxProps) => (
  <Choice
    name={name}
    legend={legend}
    kind="many"
    options={[{ value: 'oui', label }]}
    initially={isTicked ? ['oui'] : []}
  />
);
