import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { policyOf } from '@/lib/http/answer-policy';
import { NOT_FOUND_PAGE } from '@/lib/http/not-found-page';
import { faultsOf } from '../support/axe-faults';
import { askOnce } from '../support/office-visitor';
import { expect, test } from '../support/site';

/** proxy.ts gives no policy there. */
const FOLDERS = [
  '/carte/',
  '/_next/static/',
  '/_next/static/chunks/',
  '/_next/image',
  '/_next/image/',
  '/_next/image?',
];
const NAMES = [
  'x',
  'x.js',
  'x.svg',
  'x.json',
  'fonds.svgz',
  'fonds.svg/x',
  'url=%2Fx.png&w=64&q=75',
  'x%20y',
  'é',
  '%5C',
];
const missing = FOLDERS.flatMap((folder) => NAMES.map((name) => folder + encodeURI(decodeURI(name))));

const oddName = fc
  .array(
    fc.constantFrom('x', 'carte', 'static', 'image', 'api', '..', '.', '%2f', '%2e', '_', '-', '.js', '.svg', '%C3%A9'),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const oddAddress = fc
  .tuple(fc.constantFrom('/', '/_next/', '/_next/data/', '/api', '/admin/', ...FOLDERS), oddName)
  .map(([folder, name]) => folder + name);

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The scripts and the style sheets of a page that its own policy would not let in. */
function refusedScripts(html: string, policy: string): string[] {
  if (!policy.includes("style-src 'self'")) return ['style sheets'];
  const allowed = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
  const scripts = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
  return scripts.flatMap(([whole, attributes = '', text = '']) => {
    if (attributes.includes('application/ld+json')) return [];
    const nonce = /nonce="([^"]*)"/.exec(attributes)?.[1];
    const ownSource = attributes.includes(' src="/') ? "'self'" : hashOf(text);
    return allowed.includes(nonce ? `'nonce-${nonce}'` : ownSource) ? [] : [whole.slice(0, 200)];
  });
}

test('an address where no file is answers the plain French page, which has nothing to load', async ({ baseURL }) => {
  for (const path of missing) {
    const { status, headers, body } = await askOnce(baseURL ?? '', path);
    expect([path, status, headers['content-type'], headers['content-security-policy']]).toEqual([
      path,
      404,
      'text/html; charset=utf-8',
      policyOf({ kind: 'data' }),
    ]);
    expect(body === NOT_FOUND_PAGE ? '' : `${path} ${body.slice(0, 200)}`).toBe('');
    expect((await askOnce(baseURL ?? '', path, {}, 'HEAD')).status).toBe(404);
  }
});

test('no page is answered under a policy that forbids its own scripts and style sheets', async ({ baseURL }) => {
  await fc.assert(
    fc.asyncProperty(oddAddress, async (path) => {
      const { status, headers, body } = await askOnce(baseURL ?? '', path);
      expect(status, path).toBeLessThan(500);
      if (!headers['content-type']?.startsWith('text/html') || !/<script|<link rel="stylesheet"/.test(body)) return;
      expect([path, ...refusedScripts(body, String(headers['content-security-policy']))]).toEqual([path]);
    }),
    { numRuns: 300, examples: ['/_global-error', '/_error', '/_not-found', '/404', '/500'].map((path) => [path]) },
  );
});

test('the page of a missing file is readable, wide and narrow, light and dark, and leads on', async ({ page }) => {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refusals.push(message.text());
  });
  await page.goto('/carte/x');
  expect(await faultsOf(page)).toEqual([]);
  // What a browser asks for by itself is no part of the page.
  expect(refusals.filter((refusal) => !refusal.includes('favicon'))).toEqual([]);
  await page.getByRole('link', { name: 'Chercher dans l’annuaire' }).click();
  await expect(page).toHaveURL(/\/fabriques$/);
});
