'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonLook } from './button';

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  pending?: string;
  /** Where a form has several buttons. */
  name?: string;
  value?: string;
};

/** It stays where focus is while sending, which a disabled button would lose. */
export function SubmitButton({ children, pending = 'Envoi…', ...look }: SubmitButtonProps) {
  const { pending: isPending, data } = useFormStatus();
  const isPressed = isPending && (look.name === undefined || data?.get(look.name) === look.value);
  return (
    <Button type="submit" aria-busy={isPending || undefined} aria-disabled={isPending || undefined} {...look}>
      {isPressed ? pending : children}
    </Button>
  );
}
