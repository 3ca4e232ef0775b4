import { refresh } from 'next/cache';
import { headers as requestHeaders } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { giveFormKeyBack, keepFormAnswer, takeFormKey } from '@/lib/audit/form-key';
import { readSession, type SignedIn } from '@/lib/auth/session';
import { getDb } from '@/lib/database/db';
import { getSettings } from '@/lib/env';
import { DomainError, type DoorwayCode } from '@/lib/errors';
import { logUnexpectedError } from '@/lib/http/error-log';
import type { FormMark } from '@/lib/permissions/actor';
import { holds, type Permission } from '@/lib/permissions/policy';
import {
  type Answer,
  accepted,
  amended,
  answeredBefore,
  answerLost,
  digestOfSent,
  endUnknown,
  FormRefusal,
  invalidSentence,
  type KeptAnswer,
  nothingSaved,
  type Outcome,
  outcomeOf,
  refused,
  refusedBy,
  reportError,
} from './form-answer';
import { errorsByField, type ReadForm, readForm } from './form-data';
import { type FormFate, tellFormFate } from './form-fate';
import type { FormState } from './form-state';
import { MESSAGES } from './messages';
import { recordOfForm } from './written-record';

/** Without a mark, the form takes no key. */
type Run<Input, Who, Result> = (input: Input, who: Who, request: Headers, mark?: FormMark) => Promise<Answer<Result>>;
export type FormAction<Result> = (state: FormState<Result> | undefined, data: FormData) => Promise<FormState<Result>>;

/** Next lets an action without an Origin through; a page of this site always sends one. */
const isOwnOrigin = (request: Headers) => request.get('origin') === getSettings().siteUrl;

/** Written apart from the transaction that was refused, and never in its way. */
async function recordRefusal(who: SignedIn | null, permission: string, code: string) {
  if (!who) return;
  await getDb()
    .refusal.create({ data: { actorId: who.id, permission, code } })
    .catch(logUnexpectedError);
}

async function lostAnswer(key: string): Promise<Answer<never>> {
  const record = await recordOfForm(key).catch((error: unknown) => {
    logUnexpectedError(error);
    return null;
  });
  return answerLost(record);
}

/** After an error that nobody expected, the mark alone tells whether the form was written. */
async function broken<Result>(form: ReadForm, mark: FormMark, error: unknown): Promise<FormState<Result>> {
  try {
    if (await giveFormKeyBack(mark)) return nothingSaved(form, error);
  } catch (unreadable) {
    logUnexpectedError(unreadable);
    return mark.isMarked ? endUnknown(form, error) : nothingSaved(form, error);
  }
  reportError(error);
  const lost = await lostAnswer(mark.key);
  await keepFormAnswer(mark, { ...lost, sent: digestOfSent(form) }).catch(logUnexpectedError);
  return accepted(lost);
}

type Sending<Input, Who, Result> = {
  permission: string;
  schema: z.ZodType<Input>;
  run: Run<Input, Who, Result>;
  /** Whether a second arrival would do harm: the one-time key then stands before the domain. */
  isOnce: boolean;
};

async function refusedByDomain<Result>(
  form: ReadForm,
  who: SignedIn | null,
  permission: string,
  error: unknown,
): Promise<FormState<Result>> {
  if (error instanceof FormRefusal) return refusedBy(form, error);
  if (!(error instanceof DomainError)) throw error;
  await recordRefusal(who, permission, error.code);
  return refusedBy(form, error);
}

type Asked<Who, Result> = {
  who: Who;
  permission: string;
  ask: (who: Who, mark?: FormMark) => Promise<Answer<Result>>;
};

async function answerOnce<Who extends SignedIn | null, Result>(
  { who, permission, ask }: Asked<Who, Result>,
  form: ReadForm,
  key: string,
): Promise<Outcome<Result>> {
  const hold = await takeFormKey(key, who?.id ?? null, form.isFirstOver);
  if (hold.state === 'foreign') return refused({ ...form, isDoubtful: false }, MESSAGES['form-unreadable']);
  // Under its own key: sent again, it is answered as the first was.
  if (hold.state === 'running') return { ...refused<Result>(form, MESSAGES['still-running']), key };
  // Nobody knows whether what was typed is what was written: it stays in view.
  if (hold.state === 'written') return { ...accepted<Result>(await lostAnswer(key)), values: form.kept };
  if (hold.state === 'answered') return answeredBefore(form, hold.answer as KeptAnswer<Result>);
  const sent = { ...form, isDoubtful: false };
  let given: Answer<Result>;
  try {
    given = await ask(who && { ...who, form: hold.mark }, hold.mark);
  } catch (error) {
    if (!(error instanceof FormRefusal || error instanceof DomainError)) return broken(sent, hold.mark, error);
    await giveFormKeyBack(hold.mark).catch(logUnexpectedError);
    return refusedByDomain(sent, who, permission, error);
  }
  if (given.amend) {
    await giveFormKeyBack(hold.mark).catch(logUnexpectedError);
    return amended(sent, given.message, given.amend);
  }
  // What was written is written: a failure to remember the answer must not tell the opposite.
  const kept: KeptAnswer<Result> = { ...given, sent: digestOfSent(form) };
  await keepFormAnswer(hold.mark, kept).catch(logUnexpectedError);
  return outcomeOf(given);
}

async function answerSender<Input, Who extends SignedIn | null, Result>(
  { permission, schema, run, isOnce }: Sending<Input, Who, Result>,
  form: ReadForm,
  who: Who,
  request: Headers,
): Promise<Outcome<Result>> {
  const input = schema.safeParse(form.fields);
  if (!input.success) {
    const errors = errorsByField(input.error);
    return refused(form, invalidSentence(Object.keys(errors).length), errors);
  }
  if (!form.key) return refused(form, MESSAGES['form-unreadable']);
  const ask: Asked<Who, Result>['ask'] = (sender, mark) => run(input.data, sender, request, mark);
  if (isOnce) return answerOnce({ who, permission, ask }, form, form.key);
  return ask(who).then(outcomeOf, (error: unknown) => refusedByDomain<Result>(form, who, permission, error));
}

type Identify<Who> = (request: Headers) => Promise<{ who: Who } | { code: DoorwayCode }>;

async function settle<Input, Who extends SignedIn | null, Result>(
  sending: Sending<Input, Who, Result>,
  form: ReadForm | null,
  identify: Identify<Who>,
): Promise<Outcome<Result>> {
  const request = await requestHeaders();
  try {
    if (!isOwnOrigin(request)) return refused(form, MESSAGES['foreign-origin']);
    if (!form) return refused(form, MESSAGES['form-unreadable']);
    const identity = await identify(request);
    if ('code' in identity) return refused(form, MESSAGES[identity.code]);
    return await answerSender(sending, form, identity.who, request);
  } catch (error) {
    return form?.isDoubtful ? endUnknown(form, error) : nothingSaved(form, error);
  }
}

function fateOf<Result>(form: ReadForm | null, outcome: Outcome<Result>): FormFate {
  if ('goTo' in outcome || outcome.status === 'done') return 'saved';
  return outcome.key === form?.key ? 'unknown' : 'unsaved';
}

async function answerForm<Input, Who extends SignedIn | null, Result>(
  sending: Sending<Input, Who, Result>,
  data: unknown,
  identify: Identify<Who>,
): Promise<FormState<Result>> {
  const read = readForm(data);
  // What may arrive twice is never in doubt.
  const form = read && !sending.isOnce ? { ...read, isDoubtful: false } : read;
  const outcome = await settle(sending, form, identify);
  tellFormFate(fateOf(form, outcome));
  if ('goTo' in outcome) redirect(outcome.goTo);
  if (outcome.status === 'done') refresh();
  return outcome;
}

/** Scope is the command's to check, against the record. */
export function formAction<Input, Result = null>(
  permission: Permission,
  schema: z.ZodType<Input>,
  run: Run<Input, SignedIn, Result>,
): FormAction<Result> {
  return async (_, data) =>
    answerForm({ permission, schema, run, isOnce: true }, data, async (request) => {
      const who = await readSession(request);
      if (!who) return { code: 'session-over' };
      if (holds(who, permission)) return { who };
      const code = who.isSecondFactorMissing ? 'second-factor-missing' : 'forbidden';
      await recordRefusal(who, permission, code);
      return { code };
    });
}

type OpenDoorway = <Input, Result = null>(
  schema: z.ZodType<Input>,
  run: Run<Input, null, Result>,
) => FormAction<Result>;

const openDoorway =
  (isOnce: boolean): OpenDoorway =>
  (schema, run) =>
  async (_, data) =>
    answerForm({ permission: 'anyone', schema, run, isOnce }, data, async () => ({ who: null }));

/** For those who have no session yet. It keeps nothing of a sending: a second one must do no harm. */
export const openFormAction = openDoorway(false);

/** For what counts once, an account opened or a code used up: its key stays when it was accepted. */
export const openFormActionOnce = openDoorway(true);
