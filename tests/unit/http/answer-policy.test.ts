import { describe, expect, it } from 'vitest';
import { type Answer, nonceOf, policyOf, securityHeaders } from '@/lib/http/answer-policy';
import { PAGES } from '@/lib/site/pages';
import { needsNoDatabase } from '@/lib/site/pages-without-database';
import { UNAVAILABLE_PAGE } from '@/lib/site/unavailable-page';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

const PAGE = { kind: 'page', nonce: 'abc', tilesOrigin: null, development: false } as const;
const KINDS: Answer[] = [{ kind: 'data' }, { kind: 'form' }, PAGE, { ...PAGE, kind: 'embed' }];

describe('the policy of each kind of answer', () => {
  it('says what it runs, where it posts and who may frame it', () => {
    const table = KINDS.map((answer) => {
      const policy = policyOf(answer);
      const sources = directives(policy);
      const [scripts, forms, frames] = ['script-src', 'form-action', 'frame-ancestors'].map((name) =>
        sources.get(name),
      );
      const frameOptions = securityHeaders('http://localhost:3000', policy).get('X-Frame-Options');
      return [answer.kind, scripts?.length ?? 0, forms, frames, frameOptions];
    });
    expect(table).toEqual([
      ['data', 0, ["'none'"], ["'none'"], 'DENY'],
      ['form', 0, ["'self'"], ["'none'"], 'DENY'],
      ['page', 3, ["'self'"], ["'none'"], 'DENY'],
      ['embed', 3, ["'self'"], ['*'], undefined],
    ]);
  });

  it('is in the headers of the answer, which is data when nobody said more', () => {
    for (const answer of KINDS) {
      const headers = securityHeaders('http://localhost:3000', policyOf(answer));
      expect(headers.get('Content-Security-Policy')).toBe(policyOf(answer));
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    expect(securityHeaders('http://localhost:3000').get('Content-Security-Policy')).toBe(policyOf({ kind: 'data' }));
  });
});

describe('the policy of a page', () => {
  const plain = directives(policyOf(PAGE));

  it('runs no script without the nonce of the answer', () => {
    expect(plain.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });
  it('is where the page reads the nonce of its own scripts, which no other policy has', () => {
    expect(KINDS.map((answer) => nonceOf(policyOf(answer)))).toEqual([undefined, undefined, 'abc', 'abc']);
    expect(nonceOf(null)).toBeUndefined();
  });
  it('lets no foreign origin in unless tiles are set, and then for images alone', () => {
    expect([...plain.values()].flat().filter((source) => source.includes('//'))).toEqual([]);
    const tiles = directives(policyOf({ ...PAGE, tilesOrigin: 'https://tuiles.example.fr' }));
    expect(tiles.get('img-src')).toContain('https://tuiles.example.fr');
    expect([...tiles].filter(([, sources]) => sources.includes('https://tuiles.example.fr'))).toHaveLength(1);
  });
  it('can be framed nowhere and posts its forms to the site alone, like that of data', () => {
    expect(plain.get('frame-ancestors')).toEqual(["'none'"]);
    expect(plain.get('form-action')).toEqual(["'self'"]);
    expect(plain.get('object-src')).toEqual(["'none'"]);
    expect(directives(policyOf({ kind: 'data' })).get('frame-ancestors')).toEqual(["'none'"]);
  });
});

describe('the answer while the database is away', () => {
  it('spares the pages that say what the site is and owes', () => {
    expect(
      ['/a-propos', '/mentions-legales', '/donnees-personnelles', '/accessibilite', '/robots.txt'].map(needsNoDatabase),
    ).not.toContain(false);
  });
  it('stands for every page that reads records, whatever its address', () => {
    expect(
      [
        '/',
        '/fabriques',
        '/fabriques/a-propos',
        '/regions/bretagne',
        '/plan-du-site',
        '/sitemap.xml',
        '//a-propos',
      ].map(needsNoDatabase),
    ).not.toContain(true);
  });
  it('leads to each page that still answers, and to no other', () => {
    const links = UNAVAILABLE_PAGE.matchAll(/<a href="(\/[^"]*)"/g);
    const open = PAGES.map(({ href }) => href).filter(needsNoDatabase);
    expect([...links].map(([, href]) => href)).toEqual(open);
  });
  it('loads nothing', () => {
    expect(UNAVAILABLE_PAGE).not.toMatch(/<script|<link|<img|src=|url\(/);
  });
});
