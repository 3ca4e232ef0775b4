import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { givenBack, readSentForm, typedTexts } from '@/lib/forms/sent-form';

/** Above, what was sent is not kept in memory to be given back. */
const MOST_GIVEN_BACK_BYTES = 2_100_000;
/** One at a time: read, parsed and written out, a form is many times its size in memory. */
let isReading = false;
/** A browser that still sends reads no answer: up to so much is let in, and dropped, before it is given. */
const MOST_DROPPED_BYTES = 20_000_000;

const announcedBytes = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? 0);

/** So that the refusal finds someone who listens. */
export async function dropBody(request: IncomingMessage): Promise<void> {
  if (announcedBytes(request) > MOST_DROPPED_BYTES) return;
  await finished(request.resume()).catch(() => {});
}

/** A slow stranger would keep the others from it. */
async function readTexts(request: IncomingMessage, isKnown: boolean): Promise<string[]> {
  if (!isKnown || isReading || announcedBytes(request) > MOST_GIVEN_BACK_BYTES) {
    await dropBody(request);
    return [];
  }
  isReading = true;
  try {
    return typedTexts((await readSentForm(await buffer(request), request.headers['content-type'] ?? '')) ?? []);
  } finally {
    isReading = false;
  }
}

const GO_BACK = 'Revenez à la page précédente avec le bouton de votre navigateur.';

/** Without JavaScript nothing else holds what was typed any more. Of an unknown sender, nothing is read. */
export async function largeFormContent(request: IncomingMessage, isKnown: boolean): Promise<string> {
  const texts = await readTexts(request, isKnown).catch(() => []);
  if (texts.length === 0) return `<p>${GO_BACK}</p>`;
  return `<p>${GO_BACK} Si le formulaire y est vide, copiez d’ici ce que vous aviez saisi, champ après champ.</p>
${givenBack(texts, 20)}`;
}
