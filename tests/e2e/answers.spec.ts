import http from 'node:http';
import fc from 'fast-check';
import { expect, test } from '../support/site';

const ADDRESSES = [
  '/',
  '/fabriques',
  '/fabriques/inconnue',
  '/regions/hauts-de-france',
  '/a-propos',
  '/api/v1/structures',
  '/api/v1/structures/inconnue',
  '/api/v1/facettes?page=zero',
  '/api/sante',
  '/robots.txt',
  '/sitemap.xml',
  '/carte/fonds.svg',
  '/nulle-part',
  '/%',
  '/%E0%A4%A',
];

for (const address of ADDRESSES) {
  test(`${address} carries every security header, no cookie and no trace of the program`, async ({ request }) => {
    const answer = await request.get(address);
    const headers = answer.headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('geolocation=(self)');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src[^;]*/)?.[0] ?? '').not.toContain('unsafe-inline');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(await answer.text()).not.toMatch(/node_modules|at .*\.(js|ts):\d+/);
  });
}

test('pages load nothing from elsewhere and raise no error in the console', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  for (const address of [
    '/',
    '/fabriques?region=hauts-de-france',
    '/fabriques/la-condition-publique-roubaix',
    '/regions/hauts-de-france',
    '/vagues/vague-1/hauts-de-france',
    '/a-propos',
  ]) {
    await page.goto(address, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

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
const KEYS = [
  'q',
  'region',
  'departement',
  'territoire',
  'label',
  'vague',
  'pres-de',
  'rayon',
  'zone',
  'tri',
  'page',
  'lieu',
  'bbox',
  'zoom',
  'retour',
];
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u0000',
    '😀',
    '\u202eabc',
    'x'.repeat(10_000),
    '-1',
    '0',
    '1e9',
    '1,2,3',
    '0,999,1,1000',
    '-5,41,10,52',
    'NaN',
    'Infinity',
    'saint',
    '6',
    '21',
    '-1',
    "'",
    '%',
    '<script>',
  ),
);
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const address = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), nasty), { maxLength: 5 }),
    fc.constantFrom('', '%00', '%ED%A0%80', '%ff', '%'),
  )
  .map(
    ([path, pairs, tail]) =>
      `${path}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}${tail && `&q=${tail}`}`,
  );

test('no query string ever gives a 500, and the API says why it refuses', async ({ request }) => {
  test.setTimeout(300_000);
  await fc.assert(
    fc.asyncProperty(address, async (asked) => {
      const answer = await request.get(asked, { maxRedirects: 0 });
      expect(answer.status(), asked.slice(0, 200)).toBeLessThan(500);
      const refusal = asked.startsWith('/api') && answer.status() === 400 ? await answer.json() : { error: 'none' };
      expect(refusal.error, asked.slice(0, 200)).toEqual(expect.any(String));
    }),
    { numRuns: 1_500, seed: 7 },
  );
});

const oddPath = fc.oneof(
  fc.webPath(),
  fc
    .array(
      fc.constantFrom(
        'fabriques',
        'regions',
        'departements',
        'vagues',
        'api',
        'v1',
        'structures',
        '%00',
        '%F0%9F%98%80',
        '%ff',
        '..%2f',
        '..',
        '.',
        '',
        'x'.repeat(3_000),
        '2a',
        '2A',
        '__proto__',
        '%',
        '%2e%2e',
        '[slug]',
        'constructor',
        '.rsc',
        '_next',
      ),
      { maxLength: 5 },
    )
    .map((parts) => `/${parts.join('/')}`),
);

/** Asks for the path exactly as written: a browser or a client library would tidy it first. */
const statusOf = (base: string, path: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(base);
    http
      .get({ hostname, port, path, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
      .on('error', reject);
  });

test('no path ever gives a 500', async ({ baseURL }) => {
  test.setTimeout(300_000);
  await fc.assert(
    fc.asyncProperty(oddPath, async (path) => {
      const status = await statusOf(baseURL ?? '', path);
      expect(status, path.slice(0, 200)).toBeGreaterThan(0);
      expect(status, path.slice(0, 200)).toBeLessThan(500);
    }),
    { numRuns: 500, seed: 11 },
  );
});
