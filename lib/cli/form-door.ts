import type { IncomingMessage, ServerResponse } from 'node:http';
import { signedCookieName } from '@/lib/auth/cookie-naming';
import { bearsSigned } from '@/lib/auth/signed-cookie';
import type { Settings } from '@/lib/env';
import { bodyRefusal, MOST_STRANGERS_BYTES } from '@/lib/forms/form-limit';
import {
  FORM_TOO_LARGE,
  foreignForm,
  OUTDATED_FORM,
  STRANGERS_FORM_TOO_LARGE,
  TOO_MANY_FORMS,
  UNREAD_FORM,
} from '@/lib/forms/form-refusals';
import { MOST_FORM_BYTES } from '@/lib/forms/form-size';
import { actionOfForm } from '@/lib/forms/page-form';
import { givenBack, readSentForm, type SentFields, typedTexts, writeForm } from '@/lib/forms/sent-form';
import type { BuiltActions } from '@/lib/undocumented/built-actions';
import { giveBody, holdBody } from '@/lib/undocumented/held-body';
import { ACTION_HEADER } from '@/lib/undocumented/live-actions';
import { ByteBudget } from './byte-budget';
import { dropBody, largeFormContent } from './large-forms';
import { answerUnread, type Unread } from './unread-answers';

export type DoorSettings = Pick<Settings, 'siteUrl' | 'authSecret'> & {
  /** Undefined in development, where actions come and go. */
  actions: BuiltActions | undefined;
};

/** By the cookies that this site signed: a device that entered an account before is no stranger. */
type Sender = 'signed-in' | 'known-device' | 'stranger';

/** From the last byte read to the answer. Strangers never take the place of who works here. */
const BUDGETS: Readonly<Record<Sender, ByteBudget>> = {
  'signed-in': new ByteBudget(4 * MOST_FORM_BYTES),
  'known-device': new ByteBudget(32 * MOST_STRANGERS_BYTES),
  stranger: new ByteBudget(32 * MOST_STRANGERS_BYTES),
};
const RETRY_AFTER_SECONDS = 5;

const GO_BACK =
  '<p>Revenez à la page précédente avec le bouton de votre navigateur, et renvoyez de là le formulaire.</p>';
const RELOAD_PAGE = '<p><a class="go" href="">Recharger la page</a></p>';
const RELOAD = `${GO_BACK}\n${RELOAD_PAGE}`;

/** The open data may be asked from anywhere. */
const isForeign = ({ headers: { origin } }: IncomingMessage, siteUrl: string) =>
  origin !== undefined && origin !== siteUrl;

/** By the browser itself: what comes from elsewhere is never repeated. */
const isRepeatable = ({ headers }: IncomingMessage, siteUrl: string) =>
  headers.origin === siteUrl && headers[ACTION_HEADER] === undefined;

function senderOf({ headers: { cookie } }: IncomingMessage, { siteUrl, authSecret }: DoorSettings): Sender {
  const bears = (name: Parameters<typeof signedCookieName>[1]) =>
    bearsSigned(cookie, signedCookieName(siteUrl, name), authSecret);
  if (bears('session_token')) return 'signed-in';
  return bears('device') ? 'known-device' : 'stranger';
}

type Read = { fields: SentFields } | Unread;

async function readForm(
  request: IncomingMessage,
  body: Buffer<ArrayBuffer>,
  actions: DoorSettings['actions'],
): Promise<Read> {
  const { 'content-type': type = '' } = request.headers;
  const fields = await readSentForm(body, type);
  const action = fields && actionOfForm(fields, request.headers[ACTION_HEADER]?.toString());
  if (!(fields && action)) return { status: 400, sentence: UNREAD_FORM, content: RELOAD };
  if (actions && !actions.has(action))
    return { status: 409, sentence: OUTDATED_FORM, content: `${givenBack(typedTexts(fields), 12)}\n${RELOAD_PAGE}` };
  const written = await writeForm(fields);
  giveBody(request, written.body, written.contentType);
  return { fields };
}

/** Null when who sent it left before its end. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  settings: DoorSettings,
): Promise<Read | null> {
  const { siteUrl } = settings;
  const isForm = !request.url?.startsWith('/api/');
  if (isForm && isForeign(request, siteUrl)) {
    await dropBody(request);
    return {
      status: 403,
      sentence: foreignForm(siteUrl),
      content: `<p><a class="go" href="${siteUrl}/">Ouvrir le site à son adresse</a></p>`,
    };
  }
  const sender = senderOf(request, settings);
  const mostBytes = isForm && sender === 'signed-in' ? MOST_FORM_BYTES : MOST_STRANGERS_BYTES;
  const tooLarge = {
    status: 413,
    sentence: !isForm || sender === 'signed-in' ? FORM_TOO_LARGE : STRANGERS_FORM_TOO_LARGE,
  };
  const refusal = bodyRefusal(request.headers, isForm, mostBytes);
  if (refusal === 411) return { status: 411, sentence: UNREAD_FORM, content: RELOAD };
  if (refusal === 413) return { ...tooLarge, content: await largeFormContent(request, sender !== 'stranger') };
  const body = await holdBody(request, response, mostBytes);
  // A form says its length: what grows as it comes is data, and is read no further.
  if (body === null) return response.closed ? null : { ...tooLarge, content: GO_BACK };
  const giveBack = BUDGETS[sender].take(body.byteLength);
  if (giveBack === null)
    return { status: 503, sentence: TOO_MANY_FORMS, content: GO_BACK, retryAfterSeconds: RETRY_AFTER_SECONDS };
  response.once('close', giveBack);
  if (isForm) return readForm(request, body, settings.actions);
  giveBody(request, body);
  return { fields: [] };
}

type Admitted = { repeatable: SentFields | null };

/** In front of Next, which gets 16 kB at most from a stranger. Null once the request is answered here. */
export async function admitBody(
  request: IncomingMessage,
  response: ServerResponse,
  settings: DoorSettings,
): Promise<Admitted | null> {
  const read = await receive(request, response, settings);
  if (read === null) return null;
  if ('fields' in read) return { repeatable: isRepeatable(request, settings.siteUrl) ? read.fields : null };
  answerUnread(request, response, read);
  return null;
}
