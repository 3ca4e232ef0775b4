import { FORM_TOO_LARGE } from '@/lib/form-size';
import { plainPage } from './plain-page';
import { givenBack } from './sent-form';

const GO_BACK = 'Revenez à la page précédente avec le bouton de votre navigateur.';

/** Says that a form is too large, and gives back what was typed in it: without JavaScript nothing else holds it any more. */
export const largeFormPage = (texts: readonly string[]): string =>
  plainPage({
    title: 'Saisie trop longue',
    heading: FORM_TOO_LARGE,
    content:
      texts.length === 0
        ? `<p>${GO_BACK}</p>`
        : `<p>${GO_BACK} Si le formulaire y est vide, copiez d’ici ce que vous aviez saisi, champ après champ.</p>
${givenBack(texts, 20)}`,
  });
