'use client';

import { type FormEvent, type ReactNode, useActionState, useMemo } from 'react';
import { DOUBT_FIELD, type FormState, KEY_FIELD } from '@/lib/form-state';
import { FormContext } from './form-context';
import { FormStatus } from './form-status';
import { SendingProgress, type Work } from './sending-progress';

type ActionFormProps<Result> = {
  /** Short and unique on the page: it begins the id of each field. */
  id: string;
  action: (state: FormState<Result>, data: FormData) => Promise<FormState<Result>>;
  initial: FormState<Result>;
  /** Names of the fields in words, for the summary of what is to be corrected. */
  labels?: Readonly<Record<string, string>>;
  /** Names the form for readers, when its heading is not enough. */
  label?: string;
  /** Said when the answer is long to come. */
  work?: Work;
  className?: string;
  children: ReactNode;
};

/** A form sent to an action, with or without JavaScript: keeps what was typed, says what is wrong, and where. */
export function ActionForm<Result>({
  id,
  action,
  initial,
  labels,
  label,
  work,
  className,
  children,
}: ActionFormProps<Result>) {
  const [state, send, isSending] = useActionState(action, initial);
  const context = useMemo(() => ({ id, state }), [id, state]);
  // One sending at a time; the one-time key guards the rest.
  const holdBack = (event: FormEvent) => {
    if (isSending) event.preventDefault();
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
