import { describe, expect, it } from 'vitest';
import { DATA_POLICY, pagePolicy } from '@/lib/http/content-security-policy';
import { needsNoDatabase } from '@/lib/http/pages-without-database';
import { UNAVAILABLE_PAGE } from '@/lib/http/unavailable-page';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

describe('the policy of a page', () => {
  const plain = directives(pagePolicy({ nonce: 'abc', tilesOrigin: null, development: false }));

  it('runs no script without the nonce of the answer', () => {
    expect(plain.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });
  it('lets no foreign origin in unless tiles are set, and then for images alone', () => {
    expect([...plain.values()].flat().filter((source) => source.includes('//'))).toEqual([]);
    const tiles = directives(
      pagePolicy({ nonce: 'abc', tilesOrigin: 'https://tuiles.example.fr', development: false }),
    );
    expect(tiles.get('img-src')).toContain('https://tuiles.example.fr');
    expect([...tiles].filter(([, sources]) => sources.includes('https://tuiles.example.fr'))).toHaveLength(1);
  });
  it('can be framed nowhere and posts its forms to the site alone, like that of data', () => {
    expect(plain.get('frame-ancestors')).toEqual(["'none'"]);
    expect(plain.get('form-action')).toEqual(["'self'"]);
    expect(plain.get('object-src')).toEqual(["'none'"]);
    expect(directives(DATA_POLICY).get('frame-ancestors')).toEqual(["'none'"]);
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
  it('loads nothing', () => {
    expect(UNAVAILABLE_PAGE).not.toMatch(/<script|<link|<img|src=|url\(/);
  });
});
