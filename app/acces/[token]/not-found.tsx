import type { Metadata } from 'next';
import { EntryPage } from '@/components/site/entry-page';

export const metadata: Metadata = { title: 'Lien expiré' };

/** Whatever the reason, the way out is the same; which of them it is would help only someone who guesses. */
export default function LinkNotFound() {
  return (
    <EntryPage title="Ce lien n’est plus valable" lead="Il a déjà servi, il a expiré, ou un autre l’a remplacé.">
      <div className="empty">
        <h2>Que faire</h2>
        <p>
          Si vous avez déjà choisi un mot de passe, <a href="/connexion">connectez-vous</a>. Sinon, demandez un nouveau
          lien à la personne qui vous a invité.
        </p>
      </div>
    </EntryPage>
  );
}
