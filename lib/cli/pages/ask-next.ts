import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import inject from 'light-my-request';
import { logUnexpectedError } from '@/lib/http/error-log';
import { type Failure, notingFailure } from '@/lib/http/failure';
import { ADDRESS_HEADER, trustHeaders } from '@/lib/http/incoming-headers';
import type { RequestHandler } from '@/lib/http/request-handler';

export type Asked = {
  /** Path and query. */
  target: string;
  /** What a page prints of its address. */
  canonical: string;
  headers?: IncomingHttpHeaders;
};

/** Headers by their names in small letters. */
export type NextAnswer = { status: number; headers: OutgoingHttpHeaders; body: Buffer; failure: Failure };

export type AskNext = (asked: Asked) => Promise<NextAnswer>;

/** Of the connection, not of what is sent. */
const OF_CONNECTION = ['connection', 'date', 'keep-alive', 'transfer-encoding'];

const ofContent = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));

/** In the name of nobody: no cookie, no language, no address of the reader has a part in what Next makes. */
export function askNext(next: RequestHandler, siteUrl: string): AskNext {
  const dispatch: Parameters<typeof inject>[0] = (request, response) => {
    next(request, response).catch((error: Error) => response.destroy(error));
  };
  return ({ target, canonical, headers: given }) => {
    // Without the name of a browser Next would not take its reader for one of `htmlLimitedBots`.
    const headers: IncomingHttpHeaders = {
      ...given,
      accept: 'text/html',
      'accept-encoding': 'identity',
      'user-agent': 'launcher',
    };
    trustHeaders(headers, { remoteAddress: '127.0.0.1', trustProxy: 0, siteUrl });
    headers[ADDRESS_HEADER] = canonical;
    const failure: Failure = {};
    return notingFailure(failure, async () => {
      try {
        const answer = await inject(dispatch, { method: 'GET', url: target, headers });
        return { status: answer.statusCode, headers: ofContent(answer.headers), body: answer.rawPayload, failure };
      } catch (error) {
        logUnexpectedError(error);
        return { status: 500, headers: { 'content-type': 'text/html' }, body: Buffer.alloc(0), failure };
      }
    });
  };
}
