import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { type Field, fieldNames } from '@/lib/fields/field';
import type { Award, Instalment } from '@/prisma/generated/client';
import { type InstalmentState, inOrder, instalmentWords } from './instalment-state';

type Kept =
  | 'id'
  | 'structureId'
  | 'waveId'
  | 'labelSourceUrl'
  | 'labelFromName'
  | 'version'
  | 'createdAt'
  | 'updatedAt';

const instalmentsInWords = (instalments: unknown) =>
  inOrder(instalments as InstalmentState[])
    .map(instalmentWords)
    .join('\u202F; ') || 'aucun';

export const AWARD_FIELDS = {
  label: {
    kind: 'choice',
    label: 'label',
    heading: 'label',
    description: 'Fabrique de territoire, fabrique numérique, ou non précisé.',
    isPublic: true,
    choices: AWARD_LABEL_NAMES,
  },
  sourceUrl: {
    kind: 'page',
    label: 'source',
    heading: 'source',
    description: 'Page qui nomme le lauréat.',
    isPublic: true,
  },
  conventionOn: {
    kind: 'day',
    label: 'date de la convention',
    heading: 'date_convention',
    description: 'Jour de la signature de la convention.',
    isPublic: true,
  },
  conventionReference: {
    kind: 'text',
    label: 'référence de la convention',
    heading: 'reference_convention',
    description: 'Numéro de la convention.',
    isPublic: true,
  },
  conventionObject: {
    kind: 'text',
    label: 'objet de la convention',
    heading: 'objet_convention',
    description: 'Ce que la convention finance.',
    isPublic: true,
  },
  instalments: {
    kind: 'list',
    label: 'versements',
    heading: 'versements',
    description: 'Sommes de l’aide, année par année.',
    isPublic: true,
    say: instalmentsInWords,
  },
} as const satisfies Readonly<Record<Exclude<keyof Award, Kept> | 'instalments', Field>>;

export type AwardPart = keyof typeof AWARD_FIELDS;
export const AWARD_PARTS = fieldNames<AwardPart>(AWARD_FIELDS);

export type AwardFact = Exclude<AwardPart, 'instalments'>;
export const AWARD_FACTS = AWARD_PARTS.filter((name) => name !== 'instalments');

export const INSTALMENT_FIELDS = {
  purpose: {
    kind: 'choice',
    label: 'objet',
    heading: 'objet',
    description: 'Aide à l’amorçage ou bonus numérique.',
    isPublic: true,
    choices: INSTALMENT_PURPOSE_NAMES,
  },
  yearOfAid: {
    kind: 'count',
    label: 'année de l’aide',
    heading: 'annee_aide',
    description: 'Première, deuxième… année de l’aide.',
    isPublic: true,
  },
  calendarYear: {
    kind: 'year',
    label: 'année civile',
    heading: 'annee_civile',
    description: 'Année civile du versement, quand une source la donne.',
    isPublic: true,
  },
  amountEuros: {
    kind: 'euros',
    label: 'montant',
    heading: 'montant_euros',
    description: 'Somme en euros.',
    isPublic: true,
  },
  status: {
    kind: 'choice',
    label: 'état',
    heading: 'etat',
    description: 'Annoncé, prévu, versé ou annulé.',
    isPublic: true,
    choices: INSTALMENT_STATUS_NAMES,
  },
  paidOn: {
    kind: 'day',
    label: 'versé le',
    heading: 'date_versement',
    description: 'Jour du versement, quand une source le donne.',
    isPublic: true,
  },
  sourceUrl: {
    kind: 'page',
    label: 'source',
    heading: 'source',
    description: 'Page qui donne la somme.',
    isPublic: true,
  },
} as const satisfies Readonly<
  Record<Exclude<keyof Instalment, 'id' | 'awardId' | 'version' | 'createdAt' | 'updatedAt'>, Field>
>;
export const INSTALMENT_FACTS = fieldNames<keyof typeof INSTALMENT_FIELDS>(INSTALMENT_FIELDS);
