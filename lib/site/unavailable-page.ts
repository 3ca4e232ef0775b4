import { plainPage } from '@/lib/http/plain-page';
import { PAGES_WITHOUT_DATABASE } from './pages';

export const RETRY_AFTER_SECONDS = 30;

/** It repeats no part of the request; the empty address of « Réessayer » is the page that was asked for. */
export const UNAVAILABLE_PAGE = plainPage({
  title: 'Annuaire indisponible pour le moment',
  heading: 'L’annuaire ne répond pas pour le moment',
  content: `<p>Sa base de données est momentanément injoignable. Rien n’est perdu\u00A0: ni les fiches, ni l’adresse de la page que vous demandiez.</p>
<p>Le site revient de lui-même, le plus souvent en moins d’une minute.</p>
<p><a class="go" href="">Réessayer</a></p>
<p>En attendant, ces pages restent ouvertes\u00A0:</p>
<ul>
${PAGES_WITHOUT_DATABASE.map(({ href, label }) => `<li><a href="${href}">${label}</a></li>`).join('\n')}
</ul>`,
});
