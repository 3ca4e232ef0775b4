import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { FORM_TOO_LARGE } from '@/lib/form-size';
import { largeFormPage } from '@/lib/http/large-form-page';
import { readSentForm, typedTexts } from '@/lib/http/sent-form';

/** Above, what was sent is not kept in memory to be given back. */
const MOST_GIVEN_BACK_BYTES = 2_100_000;
/** One at a time: read, parsed and written out, a form is many times its size in memory. */
let isReading = false;
/** A browser that still sends reads no answer: up to so much is let in, and dropped, before it is given. */
const MOST_DROPPED_BYTES = 20_000_000;

const announcedBytes = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? 0);

/** Waits for the end of a body that nobody reads, so that the refusal finds someone who listens. */
export async function dropBody(request: IncomingMessage): Promise<void> {
  if (announcedBytes(request) > MOST_DROPPED_BYTES) return;
  await finished(request.resume()).catch(() => {});
}

/** What was typed in a form that is too large, as far as it may be let in. */
async function readTexts(request: IncomingMessage): Promise<string[]> {
  const type = request.headers['content-type'] ?? '';
  // The forms of this site are multipart; « a&a&a… » would be millions of fields.
  if (isReading || announcedBytes(request) > MOST_GIVEN_BACK_BYTES || !type.startsWith('multipart/form-data')) {
    await dropBody(request);
    return [];
  }
  isReading = true;
  try {
    return typedTexts(await readSentForm(await buffer(request), type));
  } finally {
    isReading = false;
  }
}

/** Tells that a form is too large: in words alone to a live page, which shows them over the form, else with a page. */
export async function answerLargeForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Who left meanwhile reads no answer.
  const texts = await readTexts(request).catch(() => []);
  // Next gives its page the words of exactly this type.
  const [type, body] =
    request.headers['next-action'] === undefined
      ? ['text/html; charset=utf-8', largeFormPage(texts)]
      : ['text/plain', FORM_TOO_LARGE];
  response.writeHead(413, { 'content-type': type, 'cache-control': 'no-store', connection: 'close' }).end(body);
}
