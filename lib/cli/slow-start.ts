import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Settings } from '@/lib/env';
import { securityHeaders } from '@/lib/http/answer-policy';
import { PROBLEM_TYPE } from '@/lib/http/problem';
import { STARTING_JSON, startingPage } from '@/lib/http/starting-page';
import { logRefusal, logRequests } from './access-log';
import { listen } from './port';
import { answerOnSockets } from './socket-answers';

/** A host takes who listens for ready: only a start that lasts answers before it is. */
const SILENT_FOR_MS = 3_000;
const RETRY_AFTER_SECONDS = '5';

function tellToComeBack({ url = '', method }: IncomingMessage, response: ServerResponse) {
  const isData = url.startsWith('/api/');
  response
    .writeHead(503, {
      'content-type': isData ? PROBLEM_TYPE : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': RETRY_AFTER_SECONDS,
      // The next request is for the site.
      connection: 'close',
    })
    .end(isData ? STARTING_JSON : startingPage(method === 'POST'));
}

function createWaitingServer({ siteUrl, isAccessLogged }: Settings): Server {
  const headers = securityHeaders(siteUrl);
  const server = http.createServer((request, response) => {
    response.setHeaders(headers);
    request.resume();
    tellToComeBack(request, response);
  });
  if (isAccessLogged) logRequests(server);
  answerOnSockets(server, siteUrl, isAccessLogged ? logRefusal : undefined);
  return server;
}

/** The site's own server takes over without a moment when nobody listens; throws StartError. */
export function answerWhileStarting(settings: Settings): (site: Server) => Promise<void> {
  let opening: Promise<Server> | undefined;
  const timer = setTimeout(() => {
    const waiting = createWaitingServer(settings);
    opening = listen(waiting, settings).then(() => waiting);
    // Told when the site is to open.
    opening.catch(() => {});
  }, SILENT_FOR_MS - performance.now());
  return async (site) => {
    clearTimeout(timer);
    const waiting = await opening;
    if (waiting === undefined) return listen(site, settings);
    site.listen(waiting);
    waiting.closeIdleConnections();
  };
}
