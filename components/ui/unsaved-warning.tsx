'use client';

import { useContext, useEffect, useRef } from 'react';
import { FormContext } from './form-context';
import { isTypedIn } from './typed-early';

/** Every link of the office is a whole navigation. */
export function UnsavedWarning() {
  const { id, state, heldBack } = useContext(FormContext);
  const wasAlive = useRef(false);
  useEffect(() => {
    const form = document.getElementById(id);
    // What came back refused is still to be saved.
    let isDirty = heldBack !== null || state.status === 'refused' || state.status === 'amended';
    // Nobody heard what was typed before.
    if (!wasAlive.current) isDirty ||= isTypedIn(form);
    wasAlive.current = true;
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
