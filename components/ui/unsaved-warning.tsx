'use client';

import { useContext, useEffect, useRef } from 'react';
import { FormContext } from './form-context';

/** Inside a form: the browser asks before leaving what was typed and not yet saved. */
export function UnsavedWarning() {
  const { state } = useContext(FormContext);
  const mark = useRef<HTMLSpanElement>(null);
  const isTyped = useRef(false);
  useEffect(() => {
    // What was refused is still to be saved; what was accepted is safe.
    isTyped.current = state.status === 'refused';
    const form = mark.current?.closest('form');
    const typed = () => {
      isTyped.current = true;
    };
    const sent = () => {
      isTyped.current = false;
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (isTyped.current) event.preventDefault();
    };
    form?.addEventListener('input', typed);
    form?.addEventListener('submit', sent);
    window.addEventListener('beforeunload', ask);
    return () => {
      form?.removeEventListener('input', typed);
      form?.removeEventListener('submit', sent);
      window.removeEventListener('beforeunload', ask);
    };
  }, [state]);
  return <span ref={mark} hidden />;
}
