'use client';

import { useContext, useEffect } from 'react';
import { FormContext } from './form-context';

/** Asks before leaving a page whose form was typed in and not sent. Every link of the office is a whole navigation. */
export function UnsavedWarning() {
  const { id, state, heldBack } = useContext(FormContext);
  useEffect(() => {
    const form = document.getElementById(id);
    // What came back refused is still to be saved.
    let isDirty = heldBack !== null || state.status === 'refused' || state.status === 'amended';
    const dirty = () => {
      isDirty = true;
    };
    const sent = () => {
      isDirty = false;
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty) event.preventDefault();
    };
    form?.addEventListener('input', dirty);
    form?.addEventListener('submit', sent);
    window.addEventListener('beforeunload', ask);
    return () => {
      form?.removeEventListener('input', dirty);
      form?.removeEventListener('submit', sent);
      window.removeEventListener('beforeunload', ask);
    };
  }, [id, state, heldBack]);
  return null;
}
