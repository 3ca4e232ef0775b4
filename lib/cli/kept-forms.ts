import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyRefusal } from '@/lib/http/form-limit';
import { readSentForm, type SentFields } from '@/lib/http/sent-form';

/** For all forms on their way together: about a hundred long records. The forms above are answered without their texts. */
const MOST_KEPT_BYTES = 2_000_000;
/** What a piece costs besides its bytes: a body may come one byte at a time. */
const AROUND_BYTES = 200;
let keptBytes = 0;

/** A form that was posted without JavaScript, in case its page cannot answer. */
export type KeptForm = {
  /** Waits for the end of the form. Null when it was too much to keep. */
  fields: () => Promise<SentFields | null>;
};

/** Posted by a page of this site, and by the browser itself. What comes from elsewhere is never repeated. */
function isPlainForm(request: IncomingMessage, siteUrl: string): boolean {
  const { method, headers, url = '' } = request;
  return (
    method === 'POST' &&
    headers.origin === siteUrl &&
    headers['next-action'] === undefined &&
    (headers['content-type'] ?? '').startsWith('multipart/form-data') &&
    bodyRefusal(request, url) === null
  );
}

/** Notes a form while Next reads it, until it is answered; null for what is no such form. */
export function keepForm(request: IncomingMessage, response: ServerResponse, siteUrl: string): KeptForm | null {
  if (!isPlainForm(request, siteUrl)) return null;
  // Next rewrites the headers of the request.
  const type = request.headers['content-type'] ?? '';
  let pieces: Buffer[] | null = [];
  let ownBytes = 0;
  const forget = () => {
    keptBytes -= ownBytes;
    ownBytes = 0;
    pieces = null;
  };
  const keep = (piece: Buffer) => {
    if (pieces === null) return;
    pieces.push(piece);
    ownBytes += piece.byteLength + AROUND_BYTES;
    keptBytes += piece.byteLength + AROUND_BYTES;
    if (keptBytes > MOST_KEPT_BYTES) forget();
  };
  const ended = new Promise<void>((resolve) => {
    const { push } = request;
    // A listener would start the body before Next listens to it.
    request.push = (piece, encoding) => {
      if (piece === null) resolve();
      else keep(piece);
      return push.call(request, piece, encoding);
    };
    response.once('close', () => {
      forget();
      resolve();
    });
  });
  return {
    fields: async () => {
      // Next may have answered before it read all of it.
      request.resume();
      await ended;
      return pieces && readSentForm(Buffer.concat(pieces), type);
    },
  };
}
