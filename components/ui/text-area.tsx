'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { giveBackTyped } from './typed-early';

type TextAreaProps = { name: string; label: ReactNode; hint?: ReactNode; initially?: string; rows?: number };

export function TextArea({ name, label, hint, initially = '', rows = 8 }: TextAreaProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(control, typed) => (
        <textarea {...control} ref={giveBackTyped} className="input" rows={rows} defaultValue={typed ?? initially} />
      )}
    </FieldFrame>
  );
}
