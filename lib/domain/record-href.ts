/** `backTo`: the query string of the list it leads back to, `''` for the whole one. */
export const recordHref = (slug: string, backTo?: string): string =>
  backTo === undefined ? `/fabriques/${slug}` : `/fabriques/${slug}?retour=${encodeURIComponent(backTo)}`;
