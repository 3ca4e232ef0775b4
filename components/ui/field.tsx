'use client';

import type { ComponentProps, ReactNode } from 'react';
import { FieldFrame } from './field-frame';

export type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'defaultValue'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  initially?: string | null | undefined;
};

export function Field({ name, label, hint, initially, ...input }: FieldProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(control, typed = initially ?? '') => <input {...control} className="input" defaultValue={typed} {...input} />}
    </FieldFrame>
  );
}
