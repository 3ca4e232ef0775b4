import { DRAFT_NAME, FUNDED_NAME, PREY_EMAIL, type Prey, WAVE, WAVE_NAME } from './office-prey';

type Sight = 'told' | 'less' | 'absent';

export type PageCase = {
  path: (prey: Prey) => string;
  /** Null where the page shows none to anyone. */
  secret: string | null;
  reader: Sight;
  /** An editor of another région. */
  elsewhere: Sight;
};

const structure = ({ draft }: Prey) => `/admin/structures/${draft}`;
const award = (prey: Prey) => `${structure(prey)}/labellisations/vague-1`;

/** An editor of another région is told less, or nothing, where a reader is told all. */
const lessElsewhere = { reader: 'told', elsewhere: 'less' } as const;
const notElsewhere = { reader: 'told', elsewhere: 'absent' } as const;
const everyone = { reader: 'told', elsewhere: 'told' } as const;
const editing = { reader: 'absent', elsewhere: 'told' } as const;
const administering = { reader: 'absent', elsewhere: 'absent' } as const;

/** By file: each page has its line (tests/unit/office-doors.test.ts). */
export const OFFICE_PAGES: Readonly<Record<string, PageCase>> = {
  'app/admin/page.tsx': { path: () => '/admin', secret: DRAFT_NAME, ...lessElsewhere },
  'app/admin/[...path]/page.tsx': { path: () => '/admin/nulle-part', secret: null, ...administering },
  'app/admin/journal/page.tsx': { path: () => '/admin/journal', secret: DRAFT_NAME, ...lessElsewhere },
  'app/admin/journal/export/route.ts': { path: () => '/admin/journal/export', secret: DRAFT_NAME, ...lessElsewhere },
  'app/admin/versements/page.tsx': {
    path: () => '/admin/versements?q=zinzolin',
    secret: FUNDED_NAME,
    ...lessElsewhere,
  },
  'app/admin/versements/export/route.ts': {
    path: () => '/admin/versements/export',
    secret: FUNDED_NAME,
    ...lessElsewhere,
  },
  'app/admin/mon-compte/page.tsx': { path: () => '/admin/mon-compte', secret: 'Changer de mot de passe', ...everyone },
  'app/admin/structures/page.tsx': {
    path: () => '/admin/structures?etat=brouillon',
    secret: DRAFT_NAME,
    ...lessElsewhere,
  },
  'app/admin/structures/nouvelle/page.tsx': {
    path: () => '/admin/structures/nouvelle',
    secret: 'Créer le brouillon',
    ...editing,
  },
  'app/admin/structures/[id]/page.tsx': { path: structure, secret: DRAFT_NAME, ...notElsewhere },
  'app/admin/structures/[id]/historique/page.tsx': {
    path: (prey) => `${structure(prey)}/historique`,
    secret: DRAFT_NAME,
    ...notElsewhere,
  },
  'app/admin/structures/[id]/labellisations/page.tsx': {
    path: (prey) => `${structure(prey)}/labellisations`,
    secret: DRAFT_NAME,
    ...notElsewhere,
  },
  'app/admin/structures/[id]/labellisations/[waveId]/page.tsx': { path: award, secret: DRAFT_NAME, ...notElsewhere },
  'app/admin/utilisateurs/page.tsx': { path: () => '/admin/utilisateurs', secret: PREY_EMAIL, ...administering },
  'app/admin/utilisateurs/[number]/page.tsx': {
    path: ({ userNumber }) => `/admin/utilisateurs/${userNumber}`,
    secret: PREY_EMAIL,
    ...administering,
  },
  'app/admin/vagues/page.tsx': { path: () => '/admin/vagues', secret: WAVE_NAME, ...everyone },
  'app/admin/vagues/nouvelle/page.tsx': {
    path: () => '/admin/vagues/nouvelle',
    secret: 'Ouvrir la vague',
    ...administering,
  },
  'app/admin/vagues/[id]/page.tsx': { path: () => `/admin/vagues/${WAVE}`, secret: WAVE_NAME, ...everyone },
  'app/admin/vagues/[id]/ajouter/page.tsx': {
    path: () => `/admin/vagues/${WAVE}/ajouter`,
    secret: WAVE_NAME,
    ...editing,
  },
};
