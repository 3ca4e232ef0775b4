'use client';

import { createContext, useContext } from 'react';
import type { FormState } from '@/lib/forms/form-state';

type FormContextValue = {
  /** Tells apart the fields of several forms on one page. */
  id: string;
  state: FormState<unknown>;
  heldBack: { message: string } | null;
};

const NOWHERE: FormState<unknown> = {
  status: 'fresh',
  key: '',
  message: null,
  errors: {},
  values: {},
  result: null,
  conflict: null,
  suggestions: {},
};

export const FormContext = createContext<FormContextValue>({ id: 'form', state: NOWHERE, heldBack: null });

export function useField(name: string) {
  const { id, state } = useContext(FormContext);
  const fieldId = `${id}-${name}`;
  const error = state.errors[name];
  return {
    id: fieldId,
    error,
    errorId: `${fieldId}-erreur`,
    hintId: `${fieldId}-aide`,
    typed: state.values[name],
    suggestions: state.suggestions[name] ?? [],
  };
}
