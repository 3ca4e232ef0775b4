import type { APIRequestContext } from 'playwright/test';
import { expect, test } from '../support/site';

const SCRIPT = /<script(?![^>]*application\/ld\+json)[^>]*>[^]*?<\/script>/g;

const bytesOf = (text: string) => Buffer.byteLength(text);

const read = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

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

test('the metadata of a page stands in its head, for who runs no script too', async ({ request }) => {
  for (const path of ['/', '/fabriques?q=atelier', '/regions/ile-de-france', '/a-propos', '/nulle-part']) {
    const [head = ''] = (await read(request, path)).split('</head>');
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
