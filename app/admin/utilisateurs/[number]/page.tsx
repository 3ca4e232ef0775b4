import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConflictPanel, VersionField } from '@/components/office/conflict-panel';
import { DoneMessage } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { ROLE_FIELD_LABELS, RoleFields } from '@/components/office/role-fields';
import { StepDownChoice } from '@/components/office/step-down-choice';
import { UserState } from '@/components/office/users-table';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { guardPage } from '@/lib/auth/guard-page';
import { listRegions } from '@/lib/geography/queries';
import { recordJournalHref } from '@/lib/journal/filter';
import { getUserByNumber } from '@/lib/users/queries';
import { AccessSection } from './access-section';
import { changeRole } from './actions';

export const metadata: Metadata = { title: 'Utilisateur' };

const DONE = {
  suspendu: 'Le compte est suspendu et ses sessions sont closes.',
  retabli: 'Le compte est rétabli, avec le même mot de passe.',
  'sans-second-facteur': 'La double authentification est retirée et les sessions de ce compte sont closes.',
};

export default async function UserPage({ params, searchParams }: PageProps<'/admin/utilisateurs/[number]'>) {
  const who = await guardPage('user:manage');
  const { number } = await params;
  const user = /^[1-9]\d{0,8}$/.test(number) ? await getUserByNumber(Number(number)) : null;
  if (!user || user.departedAt) notFound();
  const regions = await listRegions();
  return (
    <>
      <PageTitle
        title={user.name}
        crumbs={[{ label: 'Utilisateurs', href: '/admin/utilisateurs' }]}
        lead={`${user.email}, compte n°\u00A0${user.number}`}
      >
        <UserState disabledAt={user.disabledAt} departedAt={user.departedAt} />
        <a href={recordJournalHref(user.id)}>Dans le journal</a>
      </PageTitle>
      <DoneMessage done={(await searchParams).fait} sentences={DONE} />
      <div className="office-columns">
        <section className="office-section" aria-labelledby="role">
          <h2 id="role">Rôle et portée</h2>
          <ActionForm
            id="role-portee"
            action={changeRole}
            className="form form--wide role-form"
            label="Rôle et portée"
            labels={ROLE_FIELD_LABELS}
          >
            <UnsavedWarning />
            <input type="hidden" name="userId" value={user.id} />
            <VersionField version={user.version} />
            <ConflictPanel
              title="Le compte a changé pendant votre saisie"
              keepHref={`/admin/utilisateurs/${user.number}`}
            />
            <RoleFields initialRole={user.role} regionScope={user.regionScope} regions={regions} />
            <StepDownChoice />
            <SubmitButton look="full">Enregistrer le rôle</SubmitButton>
          </ActionForm>
        </section>
        <AccessSection user={user} isOwn={user.id === who.id} />
      </div>
    </>
  );
}
