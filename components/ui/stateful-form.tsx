'use client';

import { type ReactNode, type SubmitEvent, useActionState, useMemo, useState } from 'react';
import { FORM_TOO_LARGE } from '@/lib/forms/form-refusals';
import { formBytes, MOST_FORM_BYTES } from '@/lib/forms/form-size';
import { DOUBT_FIELD, type FormState, KEY_FIELD } from '@/lib/forms/form-state';
import { type Action, answeredAction } from './answered-action';
import { FormContext } from './form-context';
import { FormStatus } from './form-status';
import { SendingProgress, type Work } from './sending-progress';

export type StatefulFormProps<Result> = {
  /** Short and unique on the page: it begins the id of each field. */
  id: string;
  action: Action<Result>;
  initial: FormState<Result>;
  labels?: Readonly<Record<string, string>>;
  /** Names the form for readers, when its heading is not enough. */
  label?: string;
  work?: Work;
  className?: string;
  children: ReactNode;
};

/** Keeps what was typed, says what is wrong, and where. */
export function StatefulForm<Result>(props: StatefulFormProps<Result>) {
  const { id, action, initial, labels, label, work, className, children } = props;
  // Rendered on the server, the form names the action itself: without JavaScript it is posted there.
  const called = typeof window === 'undefined' ? action : answeredAction(action);
  const [state, send, isSending] = useActionState(called, initial);
  const [heldBack, setHeldBack] = useState<{ message: string } | null>(null);
  const context = useMemo(() => ({ id, state, heldBack }), [id, state, heldBack]);
  const holdBack = (event: SubmitEvent<HTMLFormElement>) => {
    const isTooLarge = formBytes(new FormData(event.currentTarget)) > MOST_FORM_BYTES;
    // One sending at a time; the one-time key guards the rest.
    if (isSending || isTooLarge) event.preventDefault();
    setHeldBack(isTooLarge ? { message: FORM_TOO_LARGE } : null);
  };
  return (
    <FormContext value={context}>
      <form id={id} action={send} onSubmit={holdBack} className={className} aria-label={label} noValidate>
        <input type="hidden" name={KEY_FIELD} value={state.key} readOnly />
        {state.isDoubtful ? <input type="hidden" name={DOUBT_FIELD} value="oui" readOnly /> : null}
        <FormStatus labels={labels ?? {}} />
        {children}
        <SendingProgress work={work} />
      </form>
    </FormContext>
  );
}
