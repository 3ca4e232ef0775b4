import { plainPage } from './plain-page';

/** For a form whose body is empty, cut or malformed: no action saw it. */
export const UNREAD_FORM_PAGE = plainPage({
  title: 'Formulaire illisible',
  heading: 'Ce formulaire est arrivé incomplet',
  content: `<p>Rien n’a été enregistré. Revenez à la page précédente avec le bouton de votre navigateur, et renvoyez de là le formulaire.</p>
<p><a href="">Recharger la page</a></p>`,
});
