import type { Metadata } from 'next';
import { DoneMessage } from '@/components/office/done-message';
import { HandoverLink } from '@/components/office/handover-link';
import { PageTitle } from '@/components/office/page-title';
import { PendingInvitations } from '@/components/office/pending-invitations';
import { ROLE_FIELD_LABELS, RoleFields } from '@/components/office/role-fields';
import { UsersTable } from '@/components/office/users-table';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { guardPage } from '@/lib/auth/guard-page';
import { listRegions } from '@/lib/geography/queries';
import { listPendingInvitations } from '@/lib/users/access/queries';
import { listUsers } from '@/lib/users/queries';
import { inviteUser, revokeInvitation } from './actions';

export const metadata: Metadata = { title: 'Utilisateurs' };

const DONE = {
  'invitation-annulee': 'L’invitation est annulée : son lien ne sert plus.',
  'compte-oublie': 'Le compte est oublié : le journal garde ses modifications sous son numéro.',
};

export default async function UsersPage({ searchParams }: PageProps<'/admin/utilisateurs'>) {
  const who = await guardPage('user:manage');
  const [{ fait }, users, invitations, regions] = await Promise.all([
    searchParams,
    listUsers(),
    listPendingInvitations(),
    listRegions(),
  ]);
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return (
    <>
      <PageTitle title="Utilisateurs" lead="Qui tient l’annuaire à jour, et jusqu’où va chacun." />
      <DoneMessage done={fait} sentences={DONE} />
      <UsersTable users={users} regionNames={names} ownId={who.id} />
      <PendingInvitations invitations={invitations} regionNames={names} revoke={revokeInvitation} />
      <section className="office-section" aria-labelledby="inviter">
        <h2 id="inviter">Inviter quelqu’un</h2>
        <ActionForm
          id="invitation"
          action={inviteUser}
          className="form form--wide role-form"
          label="Inviter quelqu’un"
          labels={{ email: 'Adresse de courriel', ...ROLE_FIELD_LABELS }}
        >
          <UnsavedWarning />
          <HandoverLink />
          <Field
            name="email"
            type="email"
            label="Adresse de courriel"
            hint="L’invitation vaut 72 heures ; une nouvelle remplace la précédente."
            autoComplete="off"
            required
          />
          <RoleFields initialRole="editor" regionScope={null} regions={regions} />
          <SubmitButton look="full">Préparer l’invitation</SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
