import type { ServerResponse } from 'node:http';
import { type FormFate, onFormFate } from '@/lib/forms/form-fate';
import { DOUBT_FIELD, OVER_FIELD } from '@/lib/forms/form-state';
import { type Cause, keptFormPage } from '@/lib/forms/kept-form-page';
import type { SentFields } from '@/lib/forms/sent-form';
import { policyOf } from '@/lib/http/answer-policy';
import { type Failure, failureOf, notingFailure } from '@/lib/http/failure';
import { failurePage } from '@/lib/http/failure-page';
import { NOT_FOUND_PAGE } from '@/lib/http/not-found-page';
import { RETRY_AFTER_SECONDS, UNAVAILABLE_PAGE } from '@/lib/site/unavailable-page';
import { replaceBody } from '@/lib/undocumented/answer-parts';

type Known = Failure & { fate?: FormFate };

export const answering = <Result>(run: () => Result): Result => notingFailure({}, run);

const known = (): Known => failureOf() ?? {};

export const listenToForms = (): void =>
  onFormFate((fate) => {
    known().fate = fate;
  });

/** While the database was already away no action took the key of the form. */
const MARKS: Record<FormFate, string | null> = { unknown: DOUBT_FIELD, unsaved: OVER_FIELD, saved: null };

const AWAY = 503;

const statusOf = (status: number) => (status === 500 && known().isAway ? AWAY : status);

/** Next has a page or two English words outside the addresses of proxy.ts, and no policy by which it could load. */
const NOWHERE = 404;
const isNowhere = (response: ServerResponse, status: number) =>
  status === NOWHERE &&
  !response.hasHeader('content-security-policy') &&
  /^text\/(html|plain)/.test(String(response.getHeader('content-type') ?? ''));

type Replacement = { status: number; kind: 'data' | 'form'; page: () => string };

/** The guard of a page leads to sign-in with it, and the browser would post the form again there. */
const LED_AWAY = 307;
const isLedToSignIn = (response: ServerResponse, status: number) =>
  status === LED_AWAY && String(response.getHeader('location') ?? '').startsWith('/connexion');

const STATUSES: Record<Cause, number> = { away: AWAY, failure: 500, 'session-over': 403 };

function causeOf(status: number): Cause {
  if (status === LED_AWAY) return 'session-over';
  return (known().isAway ?? status === AWAY) ? 'away' : 'failure';
}

function replacementOf(status: number, fields: SentFields | null): Replacement | null {
  if (status === NOWHERE) return { status, kind: 'data', page: () => NOT_FOUND_PAGE };
  const { digest, isAway, fate: told } = known();
  if (fields === null) {
    if (status !== 500) return null;
    const page = isAway ? UNAVAILABLE_PAGE : failurePage(digest);
    return { status: statusOf(status), kind: 'data', page: () => page };
  }
  const cause = causeOf(status);
  const isRefused = status !== 500;
  return {
    status: STATUSES[cause],
    kind: 'form',
    page: () => {
      const isDoubtful = !isRefused || fields.some(([name]) => name === DOUBT_FIELD);
      const fate = told ?? (isDoubtful ? 'unknown' : 'unsaved');
      return keptFormPage({ fields, fate, mark: isRefused ? null : MARKS[fate], cause, digest });
    },
  };
}

/** Or what Next leaves in the place of one that it could not begin: a few words, or nothing for a file. */
function isPage(response: ServerResponse, status: number): boolean {
  const type = String(response.getHeader('content-type') ?? '');
  return type.startsWith('text/html') || (status === 500 && ['text/plain', ''].includes(type));
}

/** What Next streams is dropped for ours. Returns what to ask for the status when the head is about to be written. */
export function replaceFailedPage(
  response: ServerResponse,
  formOf: () => SentFields | null,
): (status: number) => number {
  let replacement: Replacement | null = null;
  const decide = (status: number): number => {
    const form = formOf();
    const isReplaced = status === 500 || status === AWAY || (form !== null && isLedToSignIn(response, status));
    if (replacement === null && ((isReplaced && isPage(response, status)) || isNowhere(response, status))) {
      replacement = replacementOf(status, form);
      if (replacement === null) return status;
      for (const name of ['content-encoding', 'content-length', 'link', 'etag', 'location'])
        response.removeHeader(name);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policyOf(replacement));
      response.setHeader('cache-control', 'no-store');
    }
    const decided = replacement?.status ?? statusOf(status);
    if (decided === AWAY && !response.hasHeader('retry-after')) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
    return decided;
  };
  replaceBody(response, () => {
    if (!response.headersSent) decide(response.statusCode);
    return replacement?.page ?? null;
  });
  return decide;
}
