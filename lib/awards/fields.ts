import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { fieldNames, hidden, shown } from '@/lib/fields/field';
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
  label: shown('choice', 'label', 'label', 'Fabrique de territoire, fabrique numérique, ou non précisé.', {
    choices: AWARD_LABEL_NAMES,
  }),
  sourceUrl: shown('page', 'source', 'source', 'Page qui nomme le lauréat.'),
  conventionOn: hidden('day', 'date de la convention', 'date_convention', 'Jour de la signature de la convention.'),
  conventionReference: hidden('text', 'référence de la convention', 'reference_convention', 'Numéro de la convention.'),
  conventionObject: hidden('text', 'objet de la convention', 'objet_convention', 'Ce que la convention finance.'),
  instalments: shown('list', 'versements', 'versements', 'Sommes de l’aide, année par année.', {
    say: instalmentsInWords,
  }),
} satisfies Readonly<Record<Exclude<keyof Award, Kept> | 'instalments', unknown>>;

export type AwardPart = keyof typeof AWARD_FIELDS;
export const AWARD_PARTS = fieldNames<AwardPart>(AWARD_FIELDS);

export const AWARD_FACTS = AWARD_PARTS.filter((name) => name !== 'instalments');
type PublicAwardFact = {
  [Name in (typeof AWARD_FACTS)[number]]: (typeof AWARD_FIELDS)[Name]['isPublic'] extends true ? Name : never;
}[(typeof AWARD_FACTS)[number]];
export const PUBLIC_AWARD_FACTS = AWARD_FACTS.filter((name): name is PublicAwardFact => AWARD_FIELDS[name].isPublic);

export const INSTALMENT_FIELDS = {
  purpose: shown('choice', 'objet', 'objet', 'Aide à l’amorçage ou bonus numérique.', {
    choices: INSTALMENT_PURPOSE_NAMES,
  }),
  yearOfAid: shown('count', 'année de l’aide', 'annee_aide', 'Première, deuxième… année de l’aide.'),
  calendarYear: shown('year', 'année civile', 'annee_civile', 'Année civile du versement, quand une source la donne.'),
  amountEuros: shown('euros', 'montant', 'montant_euros', 'Somme en euros.'),
  status: shown('choice', 'état', 'etat', 'Annoncé, prévu, versé ou annulé.', { choices: INSTALMENT_STATUS_NAMES }),
  paidOn: shown('day', 'versé le', 'date_versement', 'Jour du versement, quand une source le donne.'),
  sourceUrl: shown('page', 'source', 'source', 'Page qui donne la somme.'),
} satisfies Readonly<
  Record<Exclude<keyof Instalment, 'id' | 'awardId' | 'version' | 'createdAt' | 'updatedAt'>, unknown>
>;
export const INSTALMENT_FACTS = fieldNames<keyof typeof INSTALMENT_FIELDS>(INSTALMENT_FIELDS);
