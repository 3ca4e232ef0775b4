'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonLook } from './button';

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  /** Said while the answer is awaited. */
  pending?: string;
  /** Tells the action which button was pressed, where a form has several. */
  name?: string;
  value?: string;
};

/** Stays pressable while sending: the one-time key makes a second press harmless, and focus is never lost. */
export function SubmitButton({ children, pending = 'Envoi…', ...look }: SubmitButtonProps) {
  const { pending: isPending } = useFormStatus();
  return (
    <Button type="submit" aria-busy={isPending || undefined} {...look}>
      {isPending ? pending : children}
    </Button>
  );
}
