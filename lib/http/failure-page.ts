import { plainPage } from './plain-page';

/** Next would answer an empty document that its scripts fill: nothing without JavaScript. */
export const failurePage = (digest: string | undefined): string =>
  plainPage({
    title: 'Erreur',
    heading: 'Cette page n’a pas pu être préparée',
    content: `<p>L’erreur vient du site, pas de vous. Rien n’est perdu\u00A0: l’adresse garde votre recherche.</p>
<p><a class="go" href="">Réessayer</a></p>
<p><a href="/fabriques">Revenir à l’annuaire</a></p>${
      digest === undefined
        ? ''
        : `\n<p>Si vous signalez cette erreur, joignez ce numéro\u00A0: <code>${digest}</code></p>`
    }`,
  });
