/** A page opened at another address than that of the site: 127.0.0.1 for localhost, a machine's number for its name. */
export const FOREIGN_FORM = 'Cette demande ne vient pas d’une page de ce site\u00A0: rien n’a été enregistré.';

/** The same to someone who is there, with the way out. */
export const foreignForm = (siteUrl: string): string =>
  `${FOREIGN_FORM} L’adresse de ce site est ${siteUrl}\u00A0: ouvrez-y la page, puis recommencez.`;
