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

/** By file: each page has its line (tests/unit/office-doors.test.ts). */
export const OFFICE_PAGES: Readonly<Record<string, PageCase>> = {
  'app/admin/page.tsx': { path: () => '/admin', secret: DRAFT_NAME, reader: 'told', elsewhere: 'less' },
  'app/admin/[...path]/page.tsx': {
    path: () => '/admin/nulle-part',
    secret: null,
    reader: 'absent',
    elsewhere: 'absent',
  },
  'app/admin/journal/page.tsx': {
    path: () => '/admin/journal',
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'less',
  },
  'app/admin/journal/export/route.ts': {
    path: () => '/admin/journal/export',
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'less',
  },
  'app/admin/versements/page.tsx': {
    path: () => '/admin/versements?q=zinzolin',
    secret: FUNDED_NAME,
    reader: 'told',
    elsewhere: 'less',
  },
  'app/admin/versements/export/route.ts': {
    path: () => '/admin/versements/export',
    secret: FUNDED_NAME,
    reader: 'told',
    elsewhere: 'less',
  },
  'app/admin/mon-compte/page.tsx': {
    path: () => '/admin/mon-compte',
    secret: 'Changer de mot de passe',
    reader: 'told',
    elsewhere: 'told',
  },
  'app/admin/structures/page.tsx': {
    path: () => '/admin/structures?etat=brouillon',
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'less',
  },
  'app/admin/structures/nouvelle/page.tsx': {
    path: () => '/admin/structures/nouvelle',
    secret: 'Créer le brouillon',
    reader: 'absent',
    elsewhere: 'told',
  },
  'app/admin/structures/[id]/page.tsx': { path: structure, secret: DRAFT_NAME, reader: 'told', elsewhere: 'absent' },
  'app/admin/structures/[id]/historique/page.tsx': {
    path: (prey) => `${structure(prey)}/historique`,
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'absent',
  },
  'app/admin/structures/[id]/labellisations/page.tsx': {
    path: (prey) => `${structure(prey)}/labellisations`,
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'absent',
  },
  'app/admin/structures/[id]/labellisations/[waveId]/page.tsx': {
    path: award,
    secret: DRAFT_NAME,
    reader: 'told',
    elsewhere: 'absent',
  },
  'app/admin/utilisateurs/page.tsx': {
    path: () => '/admin/utilisateurs',
    secret: PREY_EMAIL,
    reader: 'absent',
    elsewhere: 'absent',
  },
  'app/admin/utilisateurs/[number]/page.tsx': {
    path: ({ userNumber }) => `/admin/utilisateurs/${userNumber}`,
    secret: PREY_EMAIL,
    reader: 'absent',
    elsewhere: 'absent',
  },
  'app/admin/vagues/page.tsx': { path: () => '/admin/vagues', secret: WAVE_NAME, reader: 'told', elsewhere: 'told' },
  'app/admin/vagues/nouvelle/page.tsx': {
    path: () => '/admin/vagues/nouvelle',
    secret: 'Ouvrir la vague',
    reader: 'absent',
    elsewhere: 'absent',
  },
  'app/admin/vagues/[id]/page.tsx': {
    path: () => `/admin/vagues/${WAVE}`,
    secret: WAVE_NAME,
    reader: 'told',
    elsewhere: 'told',
  },
  'app/admin/vagues/[id]/ajouter/page.tsx': {
    path: () => `/admin/vagues/${WAVE}/ajouter`,
    secret: WAVE_NAME,
    reader: 'absent',
    elsewhere: 'told',
  },
};
