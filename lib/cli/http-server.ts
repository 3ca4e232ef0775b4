import http, { type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Settings } from '@/lib/env';
import type { SentFields } from '@/lib/forms/sent-form';
import { securityHeaders } from '@/lib/http/answer-policy';
import { logUnexpectedError } from '@/lib/http/error-log';
import { trustHeaders } from '@/lib/http/incoming-headers';
import { refusal } from '@/lib/http/refusal';
import type { RequestHandler } from '@/lib/http/request-handler';
import { allowedMethods, isTooLong, readableTarget } from '@/lib/http/request-target';
import { decideHead } from '@/lib/undocumented/answer-parts';
import { sendHeadersWithBody } from '@/lib/undocumented/early-headers';
import { REWRITE_HEADER } from '@/lib/undocumented/inner-headers';
import { logRefusal, logRequests } from './access-log';
import { emptyRedirects } from './empty-redirects';
import { answering, replaceFailedPage } from './failed-page';
import { admitBody, type DoorSettings } from './form-door';
import { answerOnSockets } from './socket-answers';

/** 10 kB of accented text in a filter is 30 kB of percent signs: it must reach the parser, which ignores it politely. */
const LONGEST_HEADERS_BYTES = 64 * 1024;
const HEADERS_WITHIN_MS = 20_000;
const REQUEST_WITHIN_MS = 60_000;
/** Longer than the usual 60 s of a load balancer, which must be the one to close. */
const KEEP_ALIVE_MS = 65_000;
const FINISH_WITHIN_MS = 10_000;

/** A page's own policy is kept, and kept alone. */
function completeHeaders(
  response: ServerResponse,
  siteUrl: string,
  isStopping: () => boolean,
  decideOnFailure: (status: number) => number,
) {
  decideHead(response, (status) => {
    const decided = decideOnFailure(status);
    const own = [response.getHeader('content-security-policy')].flat().at(-1)?.toString();
    for (const [name, value] of securityHeaders(siteUrl, own)) response.setHeader(name, value);
    for (const name of ['x-powered-by', REWRITE_HEADER]) response.removeHeader(name);
    if (isStopping()) response.setHeader('connection', 'close');
    return decided;
  });
}

export type SiteServer = {
  server: Server;
  stop: () => Promise<void>;
};

function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise<void>((resolve) => {
      const tooLate = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, FINISH_WITHIN_MS);
      server.close(() => {
        clearTimeout(tooLate);
        resolve();
      });
      server.closeIdleConnections();
    });
}

export function createSiteServer(
  settings: DoorSettings & Pick<Settings, 'trustProxy' | 'isAccessLogged'>,
  handler: RequestHandler,
  isDevelopment = false,
): SiteServer {
  const { siteUrl, trustProxy, isAccessLogged } = settings;
  let isStopping = false;

  const refuse = (response: ServerResponse, status: number, extra?: Record<string, string>) => {
    const { headers, body } = refusal(status, siteUrl, extra, response.req.url);
    response.setHeaders(headers).writeHead(status).end(body);
  };

  const server = http.createServer(
    {
      maxHeaderSize: LONGEST_HEADERS_BYTES,
      headersTimeout: HEADERS_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Node's own refusal lacks our headers, and the host is that of SITE_URL whatever is asked.
      requireHostHeader: false,
    },
    (request, response) => {
      let repeatable: SentFields | null = null;
      // In development Next shows the error itself.
      const decideOnFailure = isDevelopment
        ? (status: number) => status
        : replaceFailedPage(response, () => repeatable);
      sendHeadersWithBody(response);
      const emptyWhenRedirected = emptyRedirects(response);
      completeHeaders(
        response,
        siteUrl,
        () => isStopping,
        (status) => emptyWhenRedirected(decideOnFailure(status)),
      );
      const target = readableTarget(request.url ?? '');
      if (target === null) return refuse(response, 400);
      if (isTooLong(target)) return refuse(response, 414);
      const allowed = allowedMethods(target);
      // Next's own tools ask for more while one works on the site.
      if (!isDevelopment && !allowed.split(', ').includes(request.method ?? ''))
        return refuse(response, 405, { Allow: allowed });
      request.url = target;
      trustHeaders(request.headers, { remoteAddress: request.socket.remoteAddress ?? '', trustProxy, siteUrl });
      const answer = async () => {
        if (request.method === 'POST') {
          const admitted = await admitBody(request, response, settings);
          if (admitted === null) return;
          repeatable = admitted.repeatable;
        }
        await handler(request, response);
      };
      answering(answer).catch((error: unknown) => {
        logUnexpectedError(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { 'content-type': 'text/html' }).end();
      });
    },
  );
  if (isAccessLogged) logRequests(server);
  answerOnSockets(server, siteUrl, isAccessLogged ? logRefusal : undefined);
  server.on('checkExpectation', (_, response) => refuse(response, 417));

  const close = closer(server);
  const stop = () => {
    isStopping = true;
    return close();
  };
  return { server, stop };
}
