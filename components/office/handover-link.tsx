'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/ui/form-context';

const isLink = (result: unknown): result is { link: string } =>
  typeof result === 'object' && result !== null && 'link' in result && typeof result.link === 'string';

export function HandoverLink() {
  const { state } = useContext(FormContext);
  return isLink(state.result) ? <code className="handover">{state.result.link}</code> : null;
}
