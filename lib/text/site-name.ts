/** « laconditionpublique.com »; an address that is none, as it is. */
export const siteName = (href: string): string =>
  URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : href;

/** « pop.eu.com/lastation »: the path alone tells two pages of one site apart. */
export function siteAddress(href: string): string {
  const path = URL.canParse(href) ? new URL(href).pathname.replace(/\/$/, '') : '';
  return siteName(href) + path;
}
