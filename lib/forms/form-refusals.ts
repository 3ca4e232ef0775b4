/** A page opened at another address than that of the site: 127.0.0.1 for localhost, a machine's number for its name. */
const FOREIGN_FORM = 'Cette demande ne vient pas d’une page de ce site\u00A0: rien n’a été enregistré.';

export const foreignForm = (siteUrl: string): string =>
  `${FOREIGN_FORM} L’adresse de ce site est ${siteUrl}\u00A0: ouvrez-y la page, puis recommencez.`;

export const FORM_TOO_LARGE =
  'Cette saisie est trop longue pour être envoyée\u00A0: rien n’a été enregistré. Raccourcissez le plus long des textes, puis recommencez.';

/** A session that is over keeps its cookie, and its right to long texts; who has none was never signed in here. */
export const STRANGERS_FORM_TOO_LARGE =
  'Cette saisie est trop longue pour qui n’est pas connecté\u00A0: rien n’a été enregistré. Connectez-vous dans un autre onglet, puis recommencez.';

export const UNREAD_FORM =
  'Ce formulaire est arrivé incomplet\u00A0: rien n’a été enregistré. Rechargez la page et recommencez.';

export const OUTDATED_FORM =
  'Le site a changé depuis que cette page a été ouverte\u00A0: rien n’a été enregistré. Copiez vos textes, rechargez la page et recommencez.';

export const TOO_MANY_FORMS =
  'Trop de formulaires arrivent à la fois\u00A0: celui-ci n’a pas été lu, rien n’a été enregistré. Renvoyez-le dans quelques secondes.';

const WHOLE = [FORM_TOO_LARGE, STRANGERS_FORM_TOO_LARGE, UNREAD_FORM, OUTDATED_FORM, TOO_MANY_FORMS];

export const saysUnread = (said: string): boolean => WHOLE.includes(said) || said.startsWith(FOREIGN_FORM);
