import { brotliCompressSync, constants } from 'node:zlib';
import type { APIRequestContext } from 'playwright/test';
import { expect, test } from '../support/site';

const SCRIPT = /<script(?![^>]*application\/ld\+json)[^>]*>[^]*?<\/script>/g;

const bytesOf = (text: string) => Buffer.byteLength(text);
const sentBytes = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const read = async (request: APIRequestContext, path: string, agent?: string) => {
  const answer = await request.get(path, agent ? { headers: { 'user-agent': agent } } : {});
  return answer.text();
};

/** What React writes a second time for scripts. */
const copyIn = (html: string) => (html.match(SCRIPT) ?? []).filter((script) => script.includes('__next_f')).join('');

const DIRECTORIES = [
  '/fabriques',
  '/fabriques?page=3',
  '/fabriques?region=hauts-de-france',
  '/fabriques?region=ile-de-france,nouvelle-aquitaine',
  '/fabriques?q=atelier',
  '/fabriques?pres-de=59512',
  '/fabriques?departement=59&label=fabrique-numerique&region=hauts-de-france&territoire=qpv',
  '/fabriques?q=zzzzqqq',
];

for (const path of DIRECTORIES) {
  test(`${path} writes for scripts at most seven tenths of what it writes for readers`, async ({ request }) => {
    const html = await read(request, path);
    const copy = bytesOf(copyIn(html));
    expect(copy).toBeGreaterThan(0);
    expect(copy / (bytesOf(html) - copy)).toBeLessThanOrEqual(0.7);
  });
}

const READING_PAGES = [
  '/fabriques/la-condition-publique-roubaix',
  '/regions',
  '/regions/nouvelle-aquitaine',
  '/regions/ile-de-france',
  '/departements/59',
  '/vagues',
  '/vagues/vague-10',
  '/vagues/vague-1/hauts-de-france',
  '/a-propos',
  '/accessibilite',
  '/donnees-personnelles',
  '/mentions-legales',
  '/plan-du-site',
  '/page-introuvable',
];

for (const path of READING_PAGES) {
  test(`${path} is read for 8 kB of HTML, scripts left out`, async ({ request }) => {
    expect(sentBytes((await read(request, path)).replace(SCRIPT, ''))).toBeLessThanOrEqual(8_000);
  });
}

test('a wave of 79 names with its map of France is read for 11 kB of HTML, scripts left out', async ({ request }) => {
  expect(sentBytes((await read(request, '/vagues/vague-1')).replace(SCRIPT, ''))).toBeLessThanOrEqual(11_000);
});

test('the home page is read for 14 kB of HTML, scripts left out', async ({ request }) => {
  expect(sentBytes((await read(request, '/')).replace(SCRIPT, ''))).toBeLessThanOrEqual(14_000);
});

const AGENTS = {
  phone: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
  robot: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  preview: 'facebookexternalhit/1.1',
  none: '-',
};

test('one HTML serves every reader, its metadata in its head', async ({ request }) => {
  for (const path of ['/', '/fabriques?q=atelier', ...READING_PAGES]) {
    const pages = await Promise.all(Object.values(AGENTS).map((agent) => read(request, path, agent)));
    const bare = pages.map((html) => html.replace(SCRIPT, '').replaceAll(/ nonce="[^"]*"/g, ''));
    expect(new Set(bare).size, path).toBe(1);
    const [head = ''] = bare[0]?.split('</head>') ?? [];
    expect(head, path).toMatch(/<title>[^<]+<\/title>/);
    expect(head, path).toContain('rel="icon"');
  }
});

test('no page carries what a missing page says', async ({ request }) => {
  for (const path of ['/', '/fabriques', '/mentions-legales', '/connexion'])
    expect(await read(request, path), path).not.toContain('Ou reprenez par ici');
  const missing = await read(request, '/page-introuvable');
  expect(missing).toContain('Ou reprenez par ici');
  expect(missing).toMatch(/<meta name="robots" content="noindex/);
});
