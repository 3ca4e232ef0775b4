import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedMethods, encodedTarget, isTooLong, pathOf, queryOf, readableTarget } from '@/lib/http/request-target';

describe('a request target', () => {
  it('has its path before its first question mark and its query after it, as for anyone who reads an address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.constantFrom('', '?', '?x', '&q=a?b'), (url, end) => {
        const { pathname, search } = new URL(url + end);
        const target = pathname + search;
        expect([pathOf(target), queryOf(target)]).toEqual([pathname, search.slice(1)]);
      }),
    );
  });

  it.each([
    ['/fabriques?q=%E0%A4%A', '/fabriques?q=%E0%A4%A'],
    ['/a%20b', '/a%20b'],
    ['http://evil.example/fabriques?page=2', '/fabriques?page=2'],
    ['http://evil.example', '/'],
  ])('%s is served as %s', (target, expected) => {
    expect(readableTarget(target)).toBe(expected);
  });

  it.each(['/%E0%A4%A', '/%', '/%00', '/fabriques/%00x', '*', 'evil.example:443', ''])('%s is refused', (target) => {
    expect(readableTarget(target)).toBeNull();
  });

  it('never throws and never names another host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (target) => {
          expect(readableTarget(target) ?? '/').toMatch(/^\//);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what may be done at an address', () => {
  it.each([
    ['/fabriques?a=b.svg', 'GET, HEAD, POST'],
    ['/', 'GET, HEAD, POST'],
    ['/api/v1/position', 'GET, HEAD, POST'],
    ['/carte/fonds.svg?a', 'GET, HEAD'],
    ['/_next/static/x', 'GET, HEAD'],
    ['/.well-known/security.txt', 'GET, HEAD'],
    ['/sitemap.xml', 'GET, HEAD'],
  ])('%s takes %s', (target, methods) => {
    expect(allowedMethods(target)).toBe(methods);
  });
});

describe('an address', () => {
  it('has a bounded path, and a query that may be long', () => {
    expect(isTooLong(`/${'a'.repeat(2_000)}`)).toBe(true);
    expect(isTooLong(`/fabriques?q=${'a'.repeat(30_000)}`)).toBe(false);
  });

  it.each(['x', 'x=a', 'region=bretagne', ''])(
    'asks with as many parameters as any form, and with no more: %j',
    (one) => {
      const asked = (count: number) => `/nulle-part?${Array.from({ length: count }, () => one).join('&')}`;
      expect(isTooLong(asked(500))).toBe(false);
      expect(isTooLong(asked(501))).toBe(true);
    },
  );
});

const read = (line: string) => encodedTarget(Buffer.from(`${line} HTTP/1.1\r\nHost: x\r\n\r\n`));

describe('an address with accents as raw bytes', () => {
  it('is read as a browser would write it', () => {
    expect(read('GET /api/v1/communes?q=Réunion')).toBe('/api/v1/communes?q=R%C3%A9union');
    expect(read('HEAD /Réunion')).toBe('/R%C3%A9union');
  });

  it.each([
    'GET //evil.example/é',
    'GET http://evil.example/é',
    'POST /é',
    'GET /a',
    'GET /é\u0000',
    'GET /é%00',
    `GET /é${'a'.repeat(3_000)}`,
    'é',
  ])('leads nowhere when %j is what was sent', (line) => {
    expect(read(line)).toBeNull();
  });
});
