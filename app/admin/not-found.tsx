import { PageTitle } from '@/components/office/page-title';

/** The same words for a page that does not exist and for one that this account may not see. */
export default function OfficeNotFound() {
  return (
    <>
      <title>Page introuvable · Bureau des Fabriques de territoire</title>
      <PageTitle title="Cette page n’existe pas" lead="Ou votre compte n’y a pas accès." />
      <p>
        <a href="/admin">Revenir au tableau de bord</a>
      </p>
    </>
  );
}
