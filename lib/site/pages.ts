/** Where a page is offered: the menu at the top, one of two lists at the foot, one of two parts of the site plan. */
export type Page = {
  href: string;
  label: string;
  isInMenu?: true;
  foot?: 'site' | 'rules';
  /** What the foot adds to the label. */
  footNote?: string;
  plan?: 'chercher' | 'lire';
  /** What the site plan says instead of the label. */
  planLabel?: string;
};

/**
 * Every fixed page, in the order in which it is offered. The menu, the foot, the site plan and the sitemap are made of these
 * rows; those of régions, départements, waves and records come from the store.
 */
export const PAGES: readonly Page[] = [
  { href: '/', label: 'Accueil', plan: 'chercher' },
  {
    href: '/fabriques',
    label: 'Annuaire',
    isInMenu: true,
    plan: 'chercher',
    planLabel: 'Toutes les fabriques, en liste et sur la carte',
  },
  { href: '/regions', label: 'Régions', isInMenu: true },
  { href: '/vagues', label: 'Vagues', isInMenu: true },
  { href: '/a-propos', label: 'À propos', isInMenu: true, foot: 'site', plan: 'lire' },
  { href: '/plan-du-site', label: 'Plan du site', foot: 'site' },
  {
    href: '/accessibilite',
    label: 'Accessibilité',
    foot: 'rules',
    footNote: '\u00A0: non conforme',
    plan: 'lire',
  },
  { href: '/mentions-legales', label: 'Mentions légales', foot: 'rules', plan: 'lire' },
  { href: '/donnees-personnelles', label: 'Données personnelles', foot: 'rules', plan: 'lire' },
];
