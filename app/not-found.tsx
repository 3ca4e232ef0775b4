import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Page introuvable' };

/** Next sends it in every page, twice: what there is to say stands in `/page-introuvable`. */
export default function NotFound() {
  return (
    <main id="contenu" className="wrap page-head">
      <h1>Cette page n’existe pas</h1>
      <a href="/fabriques">Chercher dans l’annuaire</a>
    </main>
  );
}
