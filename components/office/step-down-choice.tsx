'use client';

import { YesBox } from '@/components/ui/choice';
import { useField } from '@/components/ui/form-context';

export function StepDownChoice() {
  const { error } = useField('confirm');
  if (!error) return null;
  return <YesBox name="confirm" legend="Confirmation" label="Je ne serai plus administrateur" />;
}
