/** `backTo`: the query string of the list it leads back to. */
export const recordHref = (slug: string, backTo = ''): string =>
  backTo ? `/fabriques/${slug}?retour=${encodeURIComponent(backTo)}` : `/fabriques/${slug}`;

/** What a wave announced, in all of France or in one région. */
export const publicWaveHref = (id: string, regionSlug?: string): string =>
  regionSlug === undefined ? `/vagues/${id}` : `/vagues/${id}/${regionSlug}`;
