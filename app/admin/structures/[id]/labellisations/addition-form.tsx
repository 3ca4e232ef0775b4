import type { ReactNode } from 'react';
import { AWARD_FIELD_LABELS, LabelChoice } from '@/components/office/award-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { addAward } from './actions';

const LABELS = { waveId: 'Vague', ...AWARD_FIELD_LABELS };

/** `children`: the structure and the wave. */
export const AdditionForm = ({ label, children }: { label: string; children: ReactNode }) => (
  <ActionForm id="ajouter" action={addAward} className="form form--wide" label={label} labels={LABELS}>
    <UnsavedWarning />
    {children}
    <LabelChoice />
    <Field name="sourceUrl" type="url" label="Source" hint="L’adresse de la page qui l’annonce." />
    <SubmitButton look="full">Ajouter à la vague</SubmitButton>
  </ActionForm>
);
