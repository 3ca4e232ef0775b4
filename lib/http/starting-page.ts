import { plainPage } from './plain-page';
import { toProblem } from './problem';

export const startingPage = (isForm: boolean): string =>
  plainPage({
    title: 'Le site démarre',
    heading: 'Le site démarre',
    content: isForm
      ? '<p>Rien de ce que vous venez d’envoyer n’est encore enregistré. Rechargez cette page dans un instant\u00A0: votre navigateur l’enverra de nouveau.</p>'
      : '<p>Il sera là dans un instant.</p>\n<p><a class="go" href="">Réessayer</a></p>',
  });

export const STARTING_JSON = JSON.stringify(toProblem(503, 'Le site démarre. Réessayez dans un instant.'));
