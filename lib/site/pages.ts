export type Page = {
  href: string;
  label: string;
  isInMenu?: true;
  foot?: 'site' | 'rules';
  footNote?: string;
  plan?: 'chercher' | 'lire';
  planLabel?: string;
  needsNoDatabase?: true;
  /** Its lists change in the browser, which takes the framework there. Every other page is read as it was sent. */
  isLive?: true;
};

/** In the order in which they are offered: menu, foot, site plan and sitemap are made of these rows. */
export const PAGES: readonly Page[] = [
  { href: '/', label: 'Accueil', plan: 'chercher' },
  {
    href: '/fabriques',
    label: 'Annuaire',
    isInMenu: true,
    plan: 'chercher',
    planLabel: 'Toutes les fabriques, en liste et sur la carte',
    isLive: true,
  },
  { href: '/regions', label: 'Régions', isInMenu: true },
  { href: '/vagues', label: 'Vagues', isInMenu: true },
  { href: '/a-propos', label: 'À propos', isInMenu: true, foot: 'site', plan: 'lire', needsNoDatabase: true },
  { href: '/plan-du-site', label: 'Plan du site', foot: 'site' },
  {
    href: '/accessibilite',
    label: 'Accessibilité',
    foot: 'rules',
    footNote: '\u00A0: non conforme',
    plan: 'lire',
    needsNoDatabase: true,
  },
  { href: '/mentions-legales', label: 'Mentions légales', foot: 'rules', plan: 'lire', needsNoDatabase: true },
  { href: '/donnees-personnelles', label: 'Données personnelles', foot: 'rules', plan: 'lire', needsNoDatabase: true },
];

/** Open while the database is away. */
export const PAGES_WITHOUT_DATABASE = PAGES.filter(({ needsNoDatabase }) => needsNoDatabase);

/** The page of every address that is nobody's, and offered nowhere. */
export const NOT_FOUND_PATH = '/page-introuvable';
