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

/** While sending it says so and does nothing more; it stays where focus is, which a disabled button would lose. */
export function SubmitButton({ children, pending = 'Envoi…', ...look }: SubmitButtonProps) {
  const { pending: isPending, data } = useFormStatus();
  const isPressed = isPending && (look.name === undefined || data?.get(look.name) === look.value);
  return (
    <Button type="submit" aria-busy={isPending || undefined} aria-disabled={isPending || undefined} {...look}>
      {isPressed ? pending : children}
    </Button>
  );
}
