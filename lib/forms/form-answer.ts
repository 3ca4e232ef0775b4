import { createHash } from 'node:crypto';
import type { DomainError } from '@/lib/errors';
import { digestOf, logUnexpectedError } from '@/lib/http/error-log';
import { isFullDisk } from '../database/full-disk.mjs';
import type { ReadForm } from './form-data';
import { type FormState, freshForm } from './form-state';
import { type RefusalWords, refusalWords } from './refusal-words';

export type Answer<Result> = {
  message?: string;
  result?: Result;
  goTo?: string;
  links?: FormState['links'];
  /** Nothing was written: the form comes back with these values in the place of what was typed. */
  amend?: Record<string, string>;
};

/** No exception of the domain: a wrong password, a time to wait. Nothing was written. */
export class FormRefusal extends Error {
  override name = 'FormRefusal';
  constructor(
    readonly sentence: string,
    readonly field?: string,
    readonly links: NonNullable<RefusalWords['links']> = [],
  ) {
    super(sentence);
  }
}

const DOUBT =
  'On ne sait pas si le premier envoi de ce formulaire est enregistré. Renvoyez-le d’ici dans un instant : ce qui est déjà enregistré ne le sera pas deux fois.';

/** A form in doubt keeps its key, whatever stopped this sending. */
export const refused = <Result>(
  form: ReadForm | null,
  message: string,
  errors: Record<string, string> = {},
): FormState<Result> => ({
  ...freshForm<Result>(form?.kept ?? {}),
  status: 'refused',
  message,
  errors,
  ...(form?.key && form.isDoubtful && { key: form.key, isDoubtful: true, message: `${message} ${DOUBT}` }),
});

export function refusedBy<Result>(form: ReadForm, error: FormRefusal | DomainError): FormState<Result> {
  const words: RefusalWords = error instanceof FormRefusal ? error : refusalWords(error);
  const { sentence, errors = {}, links, values, suggestions = [], conflict = null } = words;
  const { field } = error;
  return {
    ...refused<Result>(
      { ...form, kept: { ...form.kept, ...values } },
      sentence,
      field ? { [field]: sentence, ...errors } : errors,
    ),
    conflict,
    ...(conflict && { message: null }),
    suggestions: field && suggestions.length > 0 ? { [field]: suggestions } : {},
    ...(links && links.length > 0 && { links }),
  };
}

export const amended = <Result>(form: ReadForm, message: string | undefined, values: Record<string, string>) => ({
  ...freshForm<Result>({
    ...form.kept,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
  }),
  status: 'amended' as const,
  message: message ?? null,
});

export const accepted = <Result>({ message, result, links }: Answer<Result>): FormState<Result> => ({
  ...freshForm<Result>(),
  status: 'done',
  message: message ?? null,
  result: result ?? null,
  ...(links && { links }),
});

export type Outcome<Result> = FormState<Result> | { goTo: string };

export const outcomeOf = <Result>(given: Answer<Result>): Outcome<Result> =>
  given.goTo === undefined ? accepted(given) : { goTo: given.goTo };

export type KeptAnswer<Result> = Answer<Result> & { sent: string };

export const digestOfSent = ({ kept }: ReadForm): string =>
  createHash('sha256').update(JSON.stringify(kept)).digest('hex');

const CHANGED_SINCE =
  'Le premier envoi de ce formulaire est enregistré, sans ce que vous avez changé depuis : votre saisie est conservée. Rouvrez la page dans un autre onglet pour voir où elle en est, ou renvoyez-la.';

export function answeredBefore<Result>(form: ReadForm, { sent, ...given }: KeptAnswer<Result>): Outcome<Result> {
  return sent === digestOfSent(form) ? outcomeOf(given) : refused({ ...form, isDoubtful: false }, CHANGED_SINCE);
}

const LOST =
  'Le premier envoi de ce formulaire est bien enregistré, mais sa réponse s’est perdue. Ne le renvoyez pas : rouvrez la page pour voir où elle en est. Si un lien ou des codes devaient s’afficher, refaites-les ; si vous ouvriez un accès, connectez-vous.';

export const answerLost = (link: NonNullable<FormState['links']>[number] | null): Answer<never> => ({
  message: LOST,
  ...(link && { links: [link] }),
});

export const invalidSentence = (count: number) =>
  `${count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`}. Rien n’est encore enregistré, votre saisie est conservée.`;

export const reportError = (error: unknown): void => logUnexpectedError(error, { route: 'action', method: 'POST' });

const callFor = (error: unknown) => {
  reportError(error);
  return `si cela recommence, signalez le numéro ${digestOf(error)}.`;
};

const FULL_DISK =
  'Rien n’a été enregistré : le disque du serveur est plein. Votre saisie est conservée : prévenez la personne qui gère le serveur, gardez cette page ouverte et renvoyez-la quand il y aura de la place';

export const nothingSaved = <Result>(form: ReadForm | null, error: unknown): FormState<Result> =>
  refused(
    form,
    isFullDisk(error)
      ? `${FULL_DISK} ; ${callFor(error)}`
      : `Le site n’a pas pu terminer : rien n’a été enregistré, votre saisie est conservée. Réessayez dans un instant ; ${callFor(error)}`,
  );

export const endUnknown = <Result>(form: ReadForm, error: unknown): FormState<Result> =>
  refused(
    { ...form, isDoubtful: true },
    `La base de données s’est absentée pendant l’enregistrement. Votre saisie est conservée ; ${callFor(error)}`,
  );
