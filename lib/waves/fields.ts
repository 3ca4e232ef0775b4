import { fieldNames, shown } from '@/lib/fields/field';
import { upperFirst } from '@/lib/french/words';
import type { Wave } from '@/prisma/generated/client';

type Kept = 'id' | 'callId' | 'version' | 'createdAt' | 'updatedAt';

const PRECISIONS = { day: 'jour', month: 'mois', year: 'année', period: 'période en mots' };

/** In the order of the form, which the summary of what is to be corrected follows. */
export const WAVE_FIELDS = {
  label: shown('text', 'nom', 'nom', 'Nom de la vague.'),
  shortLabel: shown('text', 'nom court', 'nom_court', 'Nom de la vague dans les phrases et les tableaux.'),
  rank: shown('count', 'rang', 'rang', 'Place de la vague parmi les autres.'),
  sourceUrl: shown('page', 'source', 'source', 'Page de l’annonce.'),
  opensOn: shown('day', 'ouverture des candidatures', 'ouverture', 'Premier jour des candidatures.'),
  closesOn: shown('day', 'clôture des candidatures', 'cloture', 'Dernier jour des candidatures.'),
  announcedOn: shown(
    'day',
    'date de l’annonce',
    'annonce',
    'Jour de l’annonce des lauréats, ou premier jour de ce que sa précision désigne.',
  ),
  announcedPeriod: shown('text', 'période de l’annonce', 'periode_annonce', 'Période de l’annonce, en mots.'),
  announcedOnPrecision: shown(
    'choice',
    'précision de la date',
    'precision_annonce',
    'Ce que la source précise de la date de l’annonce.',
    { choices: PRECISIONS },
  ),
  announcedCount: shown('count', 'lauréats annoncés', 'laureats_annonces', 'Nombre de lauréats que l’annonce donne.'),
  announcedFabriqueCount: shown(
    'count',
    'fabriques annoncées',
    'fabriques_annoncees',
    'Nombre de fabriques de territoire que l’annonce donne.',
  ),
  announcedFabriqueNumeriqueCount: shown(
    'count',
    'fabriques numériques annoncées',
    'fabriques_numeriques_annoncees',
    'Nombre de fabriques numériques que l’annonce donne.',
  ),
  annualCeilingEuros: shown(
    'euros',
    'plafond par an',
    'plafond_annuel_euros',
    'Aide la plus grande d’une année ; la même pour toutes quand la somme est forfaitaire.',
  ),
  durationYears: shown('count', 'durée en années', 'duree_annees', 'Nombre d’années d’aide.'),
  digitalBonusEuros: shown(
    'euros',
    'bonus numérique',
    'bonus_numerique_euros',
    'Somme qu’une fabrique numérique reçoit en plus.',
  ),
  minTotalEuros: shown(
    'euros',
    'total minimum',
    'total_minimum_euros',
    'Aide totale la plus petite, bonus numérique à part.',
  ),
  maxTotalEuros: shown(
    'euros',
    'total maximum',
    'total_maximum_euros',
    'Aide totale la plus grande, bonus numérique à part.',
  ),
  flatRate: shown('yes-no', 'somme forfaitaire', 'forfait', 'Si chaque lauréat reçoit la même somme.'),
  note: shown('text', 'note', 'note', 'Ce qu’il faut savoir de la vague.'),
} satisfies Readonly<Record<Exclude<keyof Wave, Kept>, unknown>>;

export type WaveFact = keyof typeof WAVE_FIELDS;
export const WAVE_FACTS = fieldNames<WaveFact>(WAVE_FIELDS);

export const waveFactLabel = (name: WaveFact): string => upperFirst(WAVE_FIELDS[name].label);
