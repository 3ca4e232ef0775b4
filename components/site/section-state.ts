/** `page` on the section's own page, `true` below it; départements stand under the régions. */
export function sectionState(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  const below = path.startsWith(`${href}/`) || (href === '/regions' && path.startsWith('/departements/'));
  return below ? 'true' : undefined;
}
