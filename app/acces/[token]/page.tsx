import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewPasswordFields, ShownEmail } from '@/components/office/password-fields';
import { EntryPage } from '@/components/site/entry-page';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/auth/password-rule';
import { listRegions } from '@/lib/geography/queries';
import { getUsableLink, type UsableLink } from '@/lib/users/access/queries';
import { ROLE_HINTS, ROLE_LABELS, scopeWords } from '@/lib/users/labels';
import { acceptAccess } from './actions';

export const metadata: Metadata = { title: 'Accès au bureau' };

export default async function AccessPage({ params }: PageProps<'/acces/[token]'>) {
  const { token } = await params;
  const link = await getUsableLink(token);
  if (!link) notFound();
  const { title, lead, button } = await wordsOf(link);
  return (
    <EntryPage title={title} lead={lead} aside={<PasswordAdvice />}>
      <ActionForm
        id="acces"
        action={acceptAccess}
        className="form"
        label={title}
        labels={{
          name: 'Nom',
          email: 'Adresse de courriel',
          password: 'Mot de passe',
          passwordAgain: 'Le même, encore une fois',
        }}
      >
        <input type="hidden" name="token" value={token} />
        <WhoFields link={link} />
        <NewPasswordFields
          label={link.user ? 'Nouveau mot de passe' : 'Mot de passe'}
          hint={`De ${SHORTEST_PASSWORD} à ${LONGEST_PASSWORD} caractères ; coller est permis.`}
        />
        <SubmitButton look="full" pending="Enregistrement…">
          {button}
        </SubmitButton>
      </ActionForm>
    </EntryPage>
  );
}

function WhoFields({ link }: { link: UsableLink }) {
  return (
    <>
      {!link.user ? (
        <Field
          name="name"
          label="Prénom et nom"
          hint="Affichés dans le journal des modifications."
          autoComplete="name"
          required
        />
      ) : null}
      {link.kind === 'first_admin' ? (
        <Field name="email" type="email" label="Adresse de courriel" autoComplete="username" required />
      ) : (
        <ShownEmail email={link.email ?? link.user?.email} />
      )}
    </>
  );
}

const PasswordAdvice = () => (
  <>
    <h2>Un bon mot de passe</h2>
    <p>Quatre ou cinq mots sans rapport entre eux se retiennent bien et ne se devinent pas.</p>
    <p>Les plus courants sont refusés, chiffres ajoutés ou non.</p>
  </>
);

async function wordsOf(link: UsableLink) {
  if (link.kind === 'first_admin') {
    return {
      title: 'Ouvrir le bureau',
      lead: 'Personne n’a encore de compte ici. Le vôtre sera le premier, celui d’un administrateur : il pourra inviter les autres.',
      button: 'Créer le compte administrateur',
    };
  }
  if (link.user) {
    const isRescue = link.kind === 'invitation';
    return {
      title: 'Choisir un nouveau mot de passe',
      lead: isRescue
        ? `Pour ${link.user.name} (${link.user.email}). Le compte redevient administrateur et sa double authentification sera à remettre en place.`
        : `Pour ${link.user.name} (${link.user.email}). Toutes les sessions ouvertes de ce compte prendront fin.`,
      button: 'Enregistrer ce mot de passe',
    };
  }
  const role = link.role ?? 'reader';
  const regions = new Map((await listRegions()).map(({ code, name }) => [code, name]));
  const scope =
    role === 'editor' ? ` Portée : ${scopeWords(link.coversFrance ? null : link.regionScope, regions)}.` : '';
  return {
    title: 'Bienvenue au bureau',
    lead: `${link.email} est invité avec le rôle « ${ROLE_LABELS[role]} ». ${ROLE_HINTS[role]}${scope}`,
    button: 'Créer mon compte',
  };
}
