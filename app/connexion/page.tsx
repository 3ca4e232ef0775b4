import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoneMessage } from '@/components/office/done-message';
import { EntryPage } from '@/components/site/entry-page';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { currentUser } from '@/lib/auth/current-user';
import { safeNextPage } from '@/lib/auth/next-page';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Connexion au bureau' };

const DONE = { acces: 'Votre mot de passe est enregistré. Connectez-vous avec lui.' };

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { suite, fait } = await searchParams;
  const next = safeNextPage(suite);
  if (await currentUser()) redirect(next);
  return (
    <EntryPage
      title="Connexion au bureau"
      lead="Pour les personnes qui tiennent l’annuaire à jour. Le site public se lit sans compte."
      aside={
        <>
          <h2>Mot de passe oublié</h2>
          <p>
            <a href="/connexion/oubli">Choisir un nouveau mot de passe</a>
          </p>
          <h2>Pas encore de compte</h2>
          <p>Un compte s’ouvre sur invitation d’un administrateur du site.</p>
        </>
      }
    >
      <DoneMessage done={fait} sentences={DONE} />
      <ActionForm
        id="connexion"
        action={signIn}
        className="form"
        label="Connexion"
        labels={{ email: 'Adresse de courriel', password: 'Mot de passe' }}
      >
        <Field name="email" type="email" label="Adresse de courriel" autoComplete="username" required />
        <Field name="password" type="password" label="Mot de passe" autoComplete="current-password" required />
        <input type="hidden" name="suite" value={next} />
        <SubmitButton look="full" pending="Connexion…">
          Se connecter
        </SubmitButton>
      </ActionForm>
    </EntryPage>
  );
}
