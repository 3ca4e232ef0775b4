import { refresh } from 'next/cache';
import { headers as requestHeaders } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { holds, type Permission } from './auth/policy';
import { readSession, type SignedIn } from './auth/session';
import { getDb } from './db';
import { getSettings } from './env';
import { DetailedError, DomainError, type DoorwayCode, EditedMeanwhile } from './errors';
import { errorsByField, type ReadForm, readForm } from './form-data';
import { giveFormKeyBack, keepFormAnswer, takeFormKey } from './form-key';
import { type FormState, freshForm, type Suggestion } from './form-state';
import { digestOf, logUnexpectedError } from './http/error-log';
import { MESSAGES } from './messages';

/** What an accepted form answers: a sentence, something to read, or another page. */
export type Answer<Result> = {
  message?: string;
  result?: Result;
  goTo?: string;
  /** Nothing was written: the form comes back with these values in the place of what was typed. */
  amend?: Record<string, string>;
};

/** A refusal that is no exception of the domain: a wrong password, a time to wait. Nothing was written. */
export class FormRefusal extends Error {
  override name = 'FormRefusal';
  constructor(
    readonly sentence: string,
    readonly field?: string,
    readonly suggestions: readonly Suggestion[] = [],
  ) {
    super(sentence);
  }
}

type Run<Input, Who, Result> = (input: Input, who: Who, request: Headers) => Promise<Answer<Result>>;
export type FormAction<Result> = (state: FormState<Result>, data: FormData) => Promise<FormState<Result>>;

const refused = <Result>(
  form: ReadForm | null,
  message: string,
  errors: Record<string, string> = {},
): FormState<Result> => ({
  ...freshForm<Result>(form?.kept ?? {}),
  status: 'refused',
  message,
  errors,
});

/** A refusal of the domain, with what it gives to choose from and the records that stand in the way. */
function refusedBy<Result>(form: ReadForm, usual: string, error: FormRefusal | DomainError): FormState<Result> {
  const { sentence = usual, errors = {}, links } = error instanceof DetailedError ? error.details : {};
  return {
    ...refused<Result>(form, sentence, error.field ? { [error.field]: sentence, ...errors } : errors),
    conflict: error instanceof EditedMeanwhile ? error.conflict : null,
    suggestions: error.field && error.suggestions.length > 0 ? { [error.field]: error.suggestions } : {},
    ...(links && { links }),
  };
}

const amended = <Result>(form: ReadForm, message: string | undefined, values: Record<string, string>) => ({
  ...freshForm<Result>({
    ...form.kept,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
  }),
  status: 'amended' as const,
  message: message ?? null,
});

const accepted = <Result>({ message, result }: Answer<Result>): FormState<Result> => ({
  ...freshForm<Result>(),
  status: 'done',
  message: message ?? null,
  result: result ?? null,
});

/** Next lets an action without an Origin through; a page of this site always sends one. */
const isOwnOrigin = (request: Headers) => request.get('origin') === getSettings().siteUrl;

/** Written apart from the transaction that was refused, and never in its way. */
async function recordRefusal(who: SignedIn | null, permission: string, code: string) {
  if (!who) return;
  await getDb()
    .refusal.create({ data: { actorId: who.id, permission, code } })
    .catch(logUnexpectedError);
}

/** The number of an error that nobody expected; its line is in the log. */
function report(error: unknown): string {
  logUnexpectedError(error, { route: 'action', method: 'POST' });
  return digestOf(error);
}

const invalidSentence = (count: number) =>
  `${count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`}. Rien n’est encore enregistré, votre saisie est conservée.`;

type Sending<Input, Who, Result> = { permission: string; schema: z.ZodType<Input>; run: Run<Input, Who, Result> };

/** From a known sender to an answer: soundness, one-time key, the domain. */
async function answer<Input, Who extends SignedIn | null, Result>(
  { permission, schema, run }: Sending<Input, Who, Result>,
  form: ReadForm,
  who: Who,
  request: Headers,
): Promise<FormState<Result> | { goTo: string }> {
  const input = schema.safeParse(form.fields);
  if (!input.success) {
    const errors = errorsByField(input.error);
    return refused(form, invalidSentence(Object.keys(errors).length), errors);
  }
  if (!form.key) return refused(form, MESSAGES['form-unreadable']);
  const hold = await takeFormKey(form.key, who?.id ?? null);
  if (!hold.mine) {
    const first = hold.answer as Answer<Result> | null;
    if (!first) return refused(form, MESSAGES['still-running']);
    return first.goTo === undefined ? accepted(first) : { goTo: first.goTo };
  }
  let given: Answer<Result>;
  try {
    given = await run(input.data, who, request);
  } catch (error) {
    await giveFormKeyBack(form.key).catch(logUnexpectedError);
    if (error instanceof FormRefusal) return refusedBy(form, error.sentence, error);
    if (!(error instanceof DomainError)) throw error;
    await recordRefusal(who, permission, error.code);
    return refusedBy(form, MESSAGES[error.code], error);
  }
  if (given.amend) {
    await giveFormKeyBack(form.key).catch(logUnexpectedError);
    return amended(form, given.message, given.amend);
  }
  // What was written is written: a failure to remember the answer must not tell the opposite.
  await keepFormAnswer(form.key, given).catch(logUnexpectedError);
  return given.goTo === undefined ? accepted(given) : { goTo: given.goTo };
}

/** Everything that can go wrong becomes a sentence; only the way to another page leaves as an exception, Next's own. */
async function open<Input, Who extends SignedIn | null, Result>(
  sending: Sending<Input, Who, Result>,
  data: unknown,
  identify: (request: Headers) => Promise<{ who: Who } | { code: DoorwayCode }>,
): Promise<FormState<Result>> {
  const request = await requestHeaders();
  const form = readForm(data);
  let outcome: FormState<Result> | { goTo: string };
  try {
    if (!isOwnOrigin(request)) return refused(form, MESSAGES['foreign-origin']);
    if (!form) return refused(form, MESSAGES['form-unreadable']);
    const identity = await identify(request);
    if ('code' in identity) return refused(form, MESSAGES[identity.code]);
    outcome = await answer(sending, form, identity.who, request);
  } catch (error) {
    return refused(
      form,
      `Le site n’a pas pu terminer : rien n’a été enregistré, votre saisie est conservée. Réessayez dans un instant ; si cela recommence, signalez le numéro ${report(error)}.`,
    );
  }
  if ('goTo' in outcome) redirect(outcome.goTo);
  // The page around the form shows what was just written.
  if (outcome.status === 'done') refresh();
  return outcome;
}

/**
 * The one doorway for writes of signed-in people: origin, session, permission, soundness, one-time key, then the domain.
 * Scope is the command's to check, against the record.
 */
export function formAction<Input, Result = null>(
  permission: Permission,
  schema: z.ZodType<Input>,
  run: Run<Input, SignedIn, Result>,
): FormAction<Result> {
  return async (_, data) =>
    open({ permission, schema, run }, data, async (request) => {
      const who = await readSession(request);
      if (!who) return { code: 'session-over' };
      if (holds(who, permission)) return { who };
      const code = who.isSecondFactorMissing ? 'second-factor-missing' : 'forbidden';
      await recordRefusal(who, permission, code);
      return { code };
    });
}

/** The same doorway for those who have no session yet: sign-in, a link, a forgotten password. */
export const openFormAction =
  <Input, Result = null>(schema: z.ZodType<Input>, run: Run<Input, null, Result>): FormAction<Result> =>
  async (_, data) =>
    open({ permission: 'anyone', schema, run }, data, async () => ({ who: null }));
