export const recordHref = (slug: string): string => `/fabriques/${slug}`;

/** What a wave announced, in all of France or in one région. */
export const publicWaveHref = (id: string, regionSlug?: string): string =>
  regionSlug === undefined ? `/vagues/${id}` : `/vagues/${id}/${regionSlug}`;
