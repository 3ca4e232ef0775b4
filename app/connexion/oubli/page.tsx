import type { Metadata } from 'next';
import { EntryPage } from '@/components/site/entry-page';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { canSendMail } from '@/lib/mail';
import { askForNewPassword } from '../actions';

export const metadata: Metadata = { title: 'Mot de passe oublié' };

export default function ForgottenPage() {
  return (
    <EntryPage
      title="Mot de passe oublié"
      lead="Un mot de passe ne se retrouve pas : il se remplace, par un lien qui ne sert qu’une fois."
      aside={
        <p>
          <a href="/connexion">Revenir à la connexion</a>
        </p>
      }
    >
      {canSendMail() ? (
        <ActionForm
          id="oubli"
          action={askForNewPassword}
          className="form"
          label="Mot de passe oublié"
          labels={{ email: 'Adresse de courriel' }}
        >
          <Field
            name="email"
            type="email"
            label="Adresse de courriel de votre compte"
            autoComplete="username"
            required
          />
          <SubmitButton look="full">Recevoir un lien</SubmitButton>
        </ActionForm>
      ) : (
        <div className="empty">
          <h2>Demandez un lien à un administrateur</h2>
          <p>Ce site n’envoie pas de courriel. Un administrateur peut préparer un lien et vous le remettre.</p>
          <p>Pour le dernier administrateur, la personne qui héberge le site en prépare un par une commande.</p>
        </div>
      )}
    </EntryPage>
  );
}
