'use client';

import { useContext } from 'react';
import { FormContext } from './form-context';

/** After a refusal it says again what was sent, not what the page around has learnt meanwhile. */
export function KeptValue({ name, value }: { name: string; value: string | number }) {
  const { state } = useContext(FormContext);
  return <input type="hidden" name={name} value={state.values[name]?.[0] ?? value} readOnly />;
}
