'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';

type SelectFieldProps = {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
  initially?: string | null | undefined;
};

export function SelectField({ name, label, options, initially }: SelectFieldProps) {
  return (
    <FieldFrame name={name} label={label}>
      {(control, typed = initially ?? '') => (
        // Unlike a text, a list does not follow a new default: it is made anew with it.
        <select {...control} key={typed} className="select" defaultValue={typed}>
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
