import http from 'node:http';
import fc from 'fast-check';
import { nastyPairs } from '../support/nasty';
import { expect, test } from '../support/site';

const PATHS = [
  '/fabriques',
  '/api/v1/structures',
  '/api/v1/facettes',
  '/api/v1/carte',
  '/api/v1/communes',
  '/fabriques/la-condition-publique-roubaix',
  '/regions',
  '/vagues/vague-1',
];
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const address = fc
  .tuple(fc.constantFrom(...PATHS), nastyPairs, fc.constantFrom('', '%00', '%ED%A0%80', '%ff', '%'))
  .map(
    ([path, pairs, tail]) =>
      `${path}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}${tail && `&q=${tail}`}`,
  );

test('no query string ever gives a 500, and the API says why it refuses', async ({ request }) => {
  await fc.assert(
    fc.asyncProperty(address, async (asked) => {
      const answer = await request.get(asked, { maxRedirects: 0 });
      expect(answer.status(), asked.slice(0, 200)).toBeLessThan(500);
      const refusal = asked.startsWith('/api') && answer.status() === 400 ? await answer.json() : { detail: 'none' };
      expect(refusal.detail, asked.slice(0, 200)).toEqual(expect.any(String));
    }),
    { numRuns: 1_500 },
  );
});

const oddPath = fc.oneof(
  fc.webPath(),
  fc
    .array(
      fc.constantFrom(
        '',
        'x'.repeat(3_000),
        ...'fabriques regions departements vagues api v1 structures %00 %F0%9F%98%80 %ff ..%2f .. . 2a 2A'.split(' '),
        ...'__proto__ % %2e%2e [slug] constructor .rsc _next _global-error carte image static'.split(' '),
      ),
      { maxLength: 5 },
    )
    .map((parts) => `/${parts.join('/')}`),
);

type Asked = { path: string; method?: string; headers?: Record<string, string> };

/** Asks exactly as written: a browser or a client library would tidy it first. */
const statusOf = (base: string, { path, method = 'GET', headers = {} }: Asked) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(base);
    http
      .request({ hostname, port, path, method, headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
      .on('error', reject)
      .end();
  });

test('no path ever gives a 500', async ({ baseURL }) => {
  await fc.assert(
    fc.asyncProperty(oddPath, async (path) => {
      const status = await statusOf(baseURL ?? '', { path });
      expect(status, path.slice(0, 200)).toBeGreaterThan(0);
      expect(status, path.slice(0, 200)).toBeLessThan(500);
    }),
    { numRuns: 500 },
  );
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];
const HEADERS = [
  ...'range if-range if-match if-unmodified-since if-none-match if-modified-since rsc next-router-state-tree'.split(
    ' ',
  ),
  ...'next-router-prefetch next-router-segment-prefetch next-url next-action next-hmr-refresh x-nextjs-data'.split(' '),
  ...'x-nextjs-request-id content-type accept accept-encoding accept-language cookie origin referer forwarded'.split(
    ' ',
  ),
  ...'x-forwarded-for x-http-method-override purpose'.split(' '),
];
const oddValue = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
  fc.constantFrom(
    '1',
    '/',
    '%',
    'null',
    '[]',
    'bytes=999999999-',
    'bytes=5-1',
    'bytes=a-b',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/x-component',
    '%5B%22%22%2C%7B%7D%5D',
    'a'.repeat(42),
    'a'.repeat(9_000),
  ),
);
const oddRequest = fc.record({
  path: fc.constantFrom(...PATHS, '/', '/nulle-part', '/carte/fonds.svg', '/robots.txt', '/fabriques?_rsc=x'),
  method: fc.constantFrom(...METHODS),
  headers: fc.dictionary(fc.constantFrom(...HEADERS), oddValue, { maxKeys: 4 }),
});

test('no method and no header ever gives a 500', async ({ baseURL }) => {
  await fc.assert(
    fc.asyncProperty(oddRequest, async (asked) => {
      const status = await statusOf(baseURL ?? '', asked);
      expect(status).toBeGreaterThan(0);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 800 },
  );
});
