import type { Metadata } from 'next';
import { EntryPage } from '@/components/site/entry-page';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { safeNextPage } from '@/lib/auth/next-page';
import { giveCode } from '../actions';

export const metadata: Metadata = { title: 'Code de connexion' };

export default async function CodePage({ searchParams }: PageProps<'/connexion/code'>) {
  const next = safeNextPage((await searchParams).suite);
  return (
    <EntryPage
      title="Code de connexion"
      lead="Après le mot de passe, il reste à prouver que le téléphone est le vôtre."
      aside={
        <>
          <h2>Téléphone perdu</h2>
          <p>
            Saisissez à la place un de vos codes de secours. Chacun ne sert qu’une fois ; ils se comptent à part, et
            servent encore quand trop de codes du téléphone ont été essayés.
          </p>
          <p>Sans code de secours, un administrateur peut réinitialiser la double authentification de votre compte.</p>
          <p>
            <a href="/connexion">Recommencer la connexion</a>
          </p>
        </>
      }
    >
      <ActionForm id="code" action={giveCode} className="form" label="Code" labels={{ code: 'Code' }}>
        <Field
          name="code"
          label="Code à six chiffres, ou code de secours"
          hint="Celui qu’affiche l’application d’authentification en ce moment."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <input type="hidden" name="suite" value={next} />
        <SubmitButton look="full" pending="Vérification…">
          Continuer
        </SubmitButton>
      </ActionForm>
    </EntryPage>
  );
}
