/** The address of a record; with the query string of a list (`''` for the whole one), the record can lead back to it. */
export const recordHref = (slug: string, backTo?: string): string =>
  backTo === undefined ? `/fabriques/${slug}` : `/fabriques/${slug}?retour=${encodeURIComponent(backTo)}`;
