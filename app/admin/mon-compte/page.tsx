import type { Metadata } from 'next';
import { DoneMessage } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { NewPasswordFields, OwnPasswordField, ShownEmail } from '@/components/office/password-fields';
import { StateMark } from '@/components/office/state-mark';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { guardPage } from '@/lib/auth/guard-page';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/auth/password-rule';
import { getAccountFacts, getPendingSecondFactor } from '@/lib/users/account/queries';
import { ROLE_HINTS, ROLE_LABELS } from '@/lib/users/labels';
import { changePassword, endAllSessions } from './actions';
import { SecondFactorConfirm, SecondFactorOff, SecondFactorOn } from './second-factor';

export const metadata: Metadata = { title: 'Mon compte' };

const DONE = {
  'sans-second-facteur': 'La double authentification est retirée. Vos autres sessions sont closes.',
  role: 'Votre rôle est enregistré : vous n’êtes plus administrateur.',
};

export default async function AccountPage({ searchParams }: PageProps<'/admin/mon-compte'>) {
  const who = await guardPage('account:own');
  const [{ fait }, pending, facts] = await Promise.all([
    searchParams,
    getPendingSecondFactor(who),
    getAccountFacts(who.id),
  ]);
  const isStillTrue = fait === 'role' ? who.role !== 'administrator' : !who.hasSecondFactor;
  return (
    <>
      <PageTitle
        title="Mon compte"
        lead={`${who.name}, ${who.email}. ${ROLE_LABELS[who.role]}\u00A0: ${lowerFirst(ROLE_HINTS[who.role])}`}
      />
      <DoneMessage done={isStillTrue ? fait : undefined} sentences={DONE} />
      <section className="office-section" aria-labelledby="double-authentification">
        <h2 id="double-authentification">
          Double authentification{' '}
          {who.hasSecondFactor ? (
            <StateMark kind="good">En place</StateMark>
          ) : (
            <StateMark kind="check">Absente</StateMark>
          )}
        </h2>
        {who.hasSecondFactor ? <SecondFactorOn recoveryCodes={facts.recoveryCodes} /> : null}
        {who.hasSecondFactor || pending ? null : <SecondFactorOff isRequired={who.isSecondFactorMissing} />}
        <SecondFactorConfirm pending={pending} />
      </section>
      <PasswordSection email={who.email} />
      <SessionsSection sessions={facts.sessions} />
    </>
  );
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function PasswordSection({ email }: { email: string }) {
  return (
    <section className="office-section" aria-labelledby="mot-de-passe">
      <h2 id="mot-de-passe">Mot de passe</h2>
      <ActionForm
        id="changer"
        action={changePassword}
        className="form"
        label="Changer de mot de passe"
        labels={{
          currentPassword: 'Mot de passe actuel',
          password: 'Nouveau mot de passe',
          passwordAgain: 'Le même, encore une fois',
        }}
      >
        <ShownEmail email={email} />
        <OwnPasswordField />
        <NewPasswordFields
          label="Nouveau mot de passe"
          hint={`De ${SHORTEST_PASSWORD} à ${LONGEST_PASSWORD} caractères. Vos autres sessions prendront fin.`}
        />
        <SubmitButton>Changer le mot de passe</SubmitButton>
      </ActionForm>
    </section>
  );
}

function SessionsSection({ sessions }: { sessions: number }) {
  return (
    <section className="office-section" aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <p>
        {sessions === 1
          ? 'Vous n’êtes connecté qu’ici.'
          : `${sessions} sessions sont ouvertes, celle-ci comprise : un autre navigateur, un autre appareil.`}{' '}
        Une session prend fin après deux heures sans rien faire, et douze heures en tout.
      </p>
      <ActionForm id="partout" action={endAllSessions} label="Se déconnecter partout">
        <SubmitButton look="ink" pending="Déconnexion…">
          Se déconnecter partout
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
