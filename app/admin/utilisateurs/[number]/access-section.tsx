import type { ReactNode } from 'react';
import { HandoverLink } from '@/components/office/handover-link';
import { ActionForm } from '@/components/ui/action-form';
import { YesBox } from '@/components/ui/choice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/forms/form-action';
import { formatInstant } from '@/lib/french/instants';
import type { UserRow } from '@/lib/users/queries';
import { disableUser, enableUser, forgetUser, makeResetLink, resetSecondFactor } from './actions';

type StepProps<Result> = {
  id: string;
  title: string;
  text: string;
  button: string;
  user: UserRow;
  action: FormAction<Result>;
  children?: ReactNode;
};

function Step<Result>({ id, title, text, button, user, action, children }: StepProps<Result>) {
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      <p>{text}</p>
      <ActionForm id={id} action={action} className="form" label={title}>
        <input type="hidden" name="userId" value={user.id} />
        <input type="hidden" name="version" value={user.version} />
        {children}
        <SubmitButton look="ink">{button}</SubmitButton>
      </ActionForm>
    </section>
  );
}

/** A forgotten password is replaced only for someone who may come in. */
function StateSteps({ user }: { user: UserRow }) {
  if (user.disabledAt) {
    return (
      <Step
        id="retablir"
        title="Rétablir"
        text={`Suspendu depuis le ${formatInstant(user.disabledAt)}. Rétabli, le compte retrouve son mot de passe et son rôle.`}
        button="Rétablir le compte"
        user={user}
        action={enableUser}
      />
    );
  }
  return (
    <>
      <Step
        id="lien"
        title="Mot de passe oublié"
        text="Un lien d’une heure, à usage unique, pour en choisir un autre."
        button="Préparer un lien"
        user={user}
        action={makeResetLink}
      >
        <HandoverLink />
      </Step>
      <Step
        id="suspendre"
        title="Suspendre"
        text="La personne est dehors aussitôt, sessions ouvertes comprises. Cela se défait."
        button="Suspendre le compte"
        user={user}
        action={disableUser}
      />
    </>
  );
}

export function AccessSection({ user, isOwn }: { user: UserRow; isOwn: boolean }) {
  if (isOwn) {
    return (
      <aside className="office-side" aria-label="Accès">
        <section>
          <h2>C’est votre compte</h2>
          <p>
            Mot de passe et double authentification se règlent dans <a href="/admin/mon-compte">Mon compte</a>. Un autre
            administrateur peut le suspendre.
          </p>
        </section>
      </aside>
    );
  }
  return (
    <aside className="office-side" aria-label="Accès">
      <StateSteps user={user} />
      {user.twoFactorEnabled ? (
        <Step
          id="second"
          title="Téléphone perdu"
          text="Retire la double authentification ; le mot de passe seul suffira jusqu’à ce qu’elle soit remise en place."
          button="Retirer la double authentification"
          user={user}
          action={resetSecondFactor}
        />
      ) : null}
      <Step
        id="oublier"
        title="Oublier"
        text={`Pour qui est parti : nom et adresse laissent place à « ancien compte n°\u00A0${user.number} », pour de bon. Le journal reste entier.`}
        button="Oublier cette personne"
        user={user}
        action={forgetUser}
      >
        <YesBox name="confirm" legend="Confirmation" label="Cette personne est partie" />
      </Step>
    </aside>
  );
}
