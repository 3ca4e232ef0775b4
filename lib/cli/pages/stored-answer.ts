import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { bodyIn, type CodedBodies, type Coding, type CodingQuality, chooseCoding, codeBody } from './codings';

/** Headers by their names in small letters: those to send again with each answer, and no other. */
export type WholeAnswer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

export type StoredAnswer = {
  status: number;
  headers: OutgoingHttpHeaders;
  /** Of the whole body, headers included: the policy of a page is part of what a browser keeps. */
  tag: string;
  /** In bytes, before coding. */
  length: number;
  /** As it came when it is compressed by nature: a font, a picture. */
  bodies: CodedBodies | Buffer;
};

const tagOf = ({ headers, body }: WholeAnswer) =>
  createHash('sha256').update(JSON.stringify(headers)).update(body).digest('base64url').slice(0, 22);

const kept = (answer: WholeAnswer, bodies: CodedBodies | Buffer): StoredAnswer => ({
  status: answer.status,
  headers: answer.headers,
  tag: tagOf(answer),
  length: answer.body.length,
  bodies,
});

export const keepAsItIs = (answer: WholeAnswer): StoredAnswer => kept(answer, answer.body);

export async function keepCoded(answer: WholeAnswer, quality: CodingQuality): Promise<StoredAnswer> {
  const vary = [answer.headers.vary ?? [], 'Accept-Encoding'].flat().join(', ');
  const varying = { ...answer, headers: { ...answer.headers, vary } };
  return kept(varying, await codeBody(answer.body, quality));
}

/** In bytes, for a store that is bounded: what the headers weigh is little beside it. */
export const weightOf = ({ bodies }: StoredAnswer): number =>
  Buffer.isBuffer(bodies) ? bodies.length : bodies.br.length + bodies.gzip.length;

/** Compared as If-None-Match is: a cache on the way may have called the tag weak. */
export const isFresh = (ifNoneMatch = '', etag: string): boolean =>
  ifNoneMatch.trim() === '*' || ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) === true;

function chosenOf({ bodies, tag, length }: StoredAnswer, coding: Coding) {
  if (Buffer.isBuffer(bodies)) return { etag: `"${tag}"`, coded: {}, length, body: () => bodies };
  return {
    etag: `"${tag}-${coding}"`,
    coded: coding === 'identity' ? {} : { 'content-encoding': coding },
    length: coding === 'identity' ? length : bodies[coding].length,
    body: () => bodyIn(coding, bodies),
  };
}

/** To a GET or a HEAD. A 304 bears the policy again: a browser replaces the headers it kept by those it gets. */
export async function sendStored(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  stored: StoredAnswer,
): Promise<void> {
  const { etag, coded, length, body } = chosenOf(stored, chooseCoding(asked['accept-encoding']));
  const { 'content-type': type, ...others } = stored.headers;
  if (stored.status === 200 && isFresh(asked['if-none-match'], etag)) {
    response.writeHead(304, { ...others, etag }).end();
    return;
  }
  const head = { ...others, 'content-type': type, ...coded, etag, 'content-length': length };
  const sent = method === 'HEAD' ? undefined : await body();
  response.writeHead(stored.status, head).end(sent);
}
