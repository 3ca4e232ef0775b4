'use client';

import { Choice } from '@/components/ui/choice';
import { useField } from '@/components/ui/form-context';

export function StepDownChoice() {
  const { error } = useField('confirm');
  if (!error) return null;
  return (
    <Choice
      name="confirm"
      legend="Confirmation"
      kind="many"
      options={[{ value: 'oui', label: 'Je ne serai plus administrateur' }]}
    />
  );
}
