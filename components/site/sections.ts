export type Section = { href: string; label: string };

/** What the main navigation offers, in its order. */
export const SECTIONS: readonly Section[] = [
  { href: '/fabriques', label: 'Annuaire' },
  { href: '/regions', label: 'Régions' },
  { href: '/vagues', label: 'Vagues' },
  { href: '/a-propos', label: 'À propos' },
];

/** `page` on the section's own page, `true` below it; départements stand under the régions. */
export function sectionState(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  const below = path.startsWith(`${href}/`) || (href === '/regions' && path.startsWith('/departements/'));
  return below ? 'true' : undefined;
}
