'use client';

import type { FieldProps } from './field';
import { FieldFrame } from './field-frame';
import { giveBackTyped } from './typed-early';

type TextAreaProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'initially'> & { rows?: number };

export function TextArea({ name, label, hint, initially, rows = 8 }: TextAreaProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(control, typed = initially ?? '') => (
        <textarea {...control} ref={giveBackTyped} className="input" rows={rows} defaultValue={typed} />
      )}
    </FieldFrame>
  );
}
