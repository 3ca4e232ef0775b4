import type { Metadata } from 'next';
import { PageTitle } from '@/components/office/page-title';
import { WAVE_FIELD_LABELS, WaveFields } from '@/components/office/wave-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { guardPage } from '@/lib/auth/guard-page';
import { createWave } from '../actions';

export const metadata: Metadata = { title: 'Nouvelle vague' };

export default async function NewWavePage() {
  await guardPage('wave:edit');
  return (
    <>
      <PageTitle
        title="Nouvelle vague"
        crumbs={[{ label: 'Vagues', href: '/admin/vagues' }]}
        lead="Ouverte, elle paraît aussitôt sur le site, sans lauréat. Vous y ajouterez les structures ensuite."
      />
      <ActionForm
        id="vague"
        action={createWave}
        className="form record-form"
        label="Nouvelle vague"
        labels={WAVE_FIELD_LABELS}
      >
        <UnsavedWarning />
        <Field
          name="id"
          label="Identifiant"
          hint="Par exemple vague-11. Il fait partie des adresses publiques : il ne changera plus."
          autoComplete="off"
          required
        />
        <WaveFields facts={null} />
        <div className="form-bar">
          <SubmitButton look="full">Ouvrir la vague</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
