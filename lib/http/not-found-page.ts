import { plainPage } from './plain-page';

/** Where a file would be, proxy.ts gives no policy, so that the page of the site cannot load. */
export const NOT_FOUND_PAGE = plainPage({
  title: 'Page introuvable',
  heading: 'Cette page n’existe pas',
  content: `<p>L’adresse est mal écrite, ou ce qui s’y trouvait a été retiré.</p>
<p><a class="go" href="/fabriques">Chercher dans l’annuaire</a></p>
<p><a href="/">Retour à l’accueil</a></p>`,
});
