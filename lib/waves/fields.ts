import { type Field, fieldNames } from '@/lib/fields/field';
import { upperFirst } from '@/lib/french/words';
import type { Wave } from '@/prisma/generated/client';

type Kept = 'id' | 'callId' | 'version' | 'createdAt' | 'updatedAt';

const PRECISIONS = { day: 'jour', month: 'mois', year: 'année', period: 'période en mots' };

export const WAVE_FIELDS = {
  rank: {
    kind: 'count',
    label: 'rang',
    heading: 'rang',
    description: 'Place de la vague parmi les autres.',
    isPublic: true,
  },
  label: { kind: 'text', label: 'nom', heading: 'nom', description: 'Nom de la vague.', isPublic: true },
  shortLabel: {
    kind: 'text',
    label: 'nom court',
    heading: 'nom_court',
    description: 'Nom de la vague dans les phrases et les tableaux.',
    isPublic: true,
  },
  opensOn: {
    kind: 'day',
    label: 'ouverture des candidatures',
    heading: 'ouverture',
    description: 'Premier jour des candidatures.',
    isPublic: true,
  },
  closesOn: {
    kind: 'day',
    label: 'clôture des candidatures',
    heading: 'cloture',
    description: 'Dernier jour des candidatures.',
    isPublic: true,
  },
  announcedOn: {
    kind: 'day',
    label: 'date de l’annonce',
    heading: 'annonce',
    description: 'Jour de l’annonce des lauréats, ou premier jour de ce que sa précision désigne.',
    isPublic: true,
  },
  announcedOnPrecision: {
    kind: 'choice',
    label: 'précision de la date',
    heading: 'precision_annonce',
    description: 'Ce que la source précise de la date de l’annonce.',
    isPublic: true,
    choices: PRECISIONS,
  },
  announcedPeriod: {
    kind: 'text',
    label: 'période de l’annonce',
    heading: 'periode_annonce',
    description: 'Période de l’annonce, en mots.',
    isPublic: true,
  },
  announcedCount: {
    kind: 'count',
    label: 'lauréats annoncés',
    heading: 'laureats_annonces',
    description: 'Nombre de lauréats que l’annonce donne.',
    isPublic: true,
  },
  announcedFabriqueCount: {
    kind: 'count',
    label: 'fabriques annoncées',
    heading: 'fabriques_annoncees',
    description: 'Nombre de fabriques de territoire que l’annonce donne.',
    isPublic: true,
  },
  announcedFabriqueNumeriqueCount: {
    kind: 'count',
    label: 'fabriques numériques annoncées',
    heading: 'fabriques_numeriques_annoncees',
    description: 'Nombre de fabriques numériques que l’annonce donne.',
    isPublic: true,
  },
  annualCeilingEuros: {
    kind: 'euros',
    label: 'plafond par an',
    heading: 'plafond_annuel_euros',
    description: 'Aide la plus grande d’une année ; la même pour toutes quand la somme est forfaitaire.',
    isPublic: true,
  },
  durationYears: {
    kind: 'count',
    label: 'durée en années',
    heading: 'duree_annees',
    description: 'Nombre d’années d’aide.',
    isPublic: true,
  },
  minTotalEuros: {
    kind: 'euros',
    label: 'total minimum',
    heading: 'total_minimum_euros',
    description: 'Aide totale la plus petite, bonus numérique à part.',
    isPublic: true,
  },
  maxTotalEuros: {
    kind: 'euros',
    label: 'total maximum',
    heading: 'total_maximum_euros',
    description: 'Aide totale la plus grande, bonus numérique à part.',
    isPublic: true,
  },
  digitalBonusEuros: {
    kind: 'euros',
    label: 'bonus numérique',
    heading: 'bonus_numerique_euros',
    description: 'Somme qu’une fabrique numérique reçoit en plus.',
    isPublic: true,
  },
  flatRate: {
    kind: 'yes-no',
    label: 'somme forfaitaire',
    heading: 'forfait',
    description: 'Si chaque lauréat reçoit la même somme.',
    isPublic: true,
  },
  sourceUrl: {
    kind: 'page',
    label: 'source',
    heading: 'source',
    description: 'Page de l’annonce.',
    isPublic: true,
  },
  note: {
    kind: 'text',
    label: 'note',
    heading: 'note',
    description: 'Ce qu’il faut savoir de la vague.',
    isPublic: true,
  },
} as const satisfies Readonly<Record<Exclude<keyof Wave, Kept>, Field>>;

export type WaveFact = keyof typeof WAVE_FIELDS;
export const WAVE_FACTS = fieldNames<WaveFact>(WAVE_FIELDS);

export const waveFactLabel = (name: WaveFact): string => upperFirst(WAVE_FIELDS[name].label);
