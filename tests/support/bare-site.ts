import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { signedCookieName } from '@/lib/auth/cookie-naming';
import { createSiteServer, type SiteServer } from '@/lib/cli/http-server';
import type { RequestHandler } from '@/lib/http/request-handler';
import { TEST_SECRET } from './launcher';
import { listen } from './local-server';

export const SITE = 'https://fabriques.example.fr';

const signed = (cookie: Parameters<typeof signedCookieName>[1]) =>
  `${signedCookieName(SITE, cookie)}=${encodeURIComponent(
    `token.${createHmac('sha256', TEST_SECRET).update('token').digest('base64')}`,
  )}`;
/** Who bears it may post long forms. */
export const SIGNED_COOKIE = signed('session_token');
export const DEVICE_COOKIE = signed('device');

let site: SiteServer | undefined;
let port = 0;

export const ACTION_FIELDS = {
  $ACTION_REF_1: '',
  '$ACTION_1:0': '{"id":"abc","bound":"$@1"}',
  '$ACTION_1:1': '[null]',
};

export const addressOf = (path: string): string => `http://127.0.0.1:${port}${path}`;

export async function openBareSite(
  handler: RequestHandler,
  trustProxy = 0,
  isAccessLogged = false,
): Promise<SiteServer> {
  site = createSiteServer(
    { siteUrl: SITE, trustProxy, authSecret: TEST_SECRET, actions: undefined, isAccessLogged },
    handler,
  );
  port = await listen(site.server);
  return site;
}

export function closeAfterEach(): void {
  afterEach(async () => {
    site?.server.closeAllConnections();
    await site?.stop();
  });
}

export const echo: RequestHandler = async (request, response) => {
  response.setHeader('X-Powered-By', 'Next.js');
  response.end(JSON.stringify({ url: request.url, headers: request.headers }));
};

export async function sendRaw(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString();
  });
  socket.on('error', () => {});
  socket.end(text);
  await once(socket, 'close');
  return received;
}
