/** « laconditionpublique.com »: the site of an address; an address that is none, as it is. */
export const siteName = (href: string): string =>
  URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : href;
