import { describe, expect, it } from 'vitest';
import { clientAddress, trustHeaders } from '@/lib/http/incoming-headers';

const origin = { remoteAddress: '203.0.113.7', trustProxy: 0, siteUrl: 'https://fabriques.example.fr' };

const trusted = (headers: Record<string, string>, trustProxy = 0) => {
  const copy = { ...headers };
  trustHeaders(copy, { ...origin, trustProxy });
  return copy;
};

describe('what Next is told of a request', () => {
  it('comes from SITE_URL and from the socket, never from a forged header', () => {
    const forged = {
      host: 'evil.example',
      forwarded: 'for=6.6.6.6;host=evil.example',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '666',
      'x-forwarded-prefix': '/evil',
      'x-real-ip': '6.6.6.6',
    };
    expect(trusted(forged)).toEqual({
      host: 'fabriques.example.fr',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'fabriques.example.fr',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
    });
  });

  it.each(['1', '2', '3', '', '1, 1', 'x'])('holds of a prefetch what the pages ask for alone: %j', (value) => {
    const headers = trusted({ 'next-router-prefetch': value });
    expect(headers['next-router-prefetch']).toBe(value === '1' ? '1' : undefined);
  });

  it.each([
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'x-matched-path',
    'x-now-route-matches',
    'x-invoke-path',
    'x-nextjs-postponed',
  ])('holds no %s, which would be an order to Next', (name) => {
    expect(trusted({ [name]: 'proxy' })).not.toHaveProperty(name);
  });

  it("keeps what Next's own client sends, and everything ordinary", () => {
    const headers = {
      rsc: '1',
      'next-router-state-tree': encodeURIComponent('["",{"children":["__PAGE__",{}]}]'),
      'next-url': '/',
      'next-action': 'a',
      accept: 'text/html',
      cookie: 'a=b',
    };
    expect(trusted(headers)).toMatchObject(headers);
  });

  it.each(['', '%', '[]', 'null', '{"a":1}', '["",{"children":5}]', '[7,{}]'])(
    'holds no state of the client that Next cannot read, such as %s',
    (state) => {
      expect(trusted({ rsc: '1', 'next-router-state-tree': state })).not.toHaveProperty('next-router-state-tree');
    },
  );

  it('asks for no part of a file, whatever the range', () => {
    expect(trusted({ range: 'bytes=5-1', 'if-range': 'x' })).not.toHaveProperty('range');
  });

  it('asks for no file on the condition of what it was, which Next answers with a 500', () => {
    const conditions = { 'if-match': '"x"', 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' };
    for (const name of Object.keys(conditions)) expect(trusted(conditions)).not.toHaveProperty(name);
  });

  it('keeps host and protocol of SITE_URL behind a proxy too', () => {
    expect(trusted({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }, 1)).toMatchObject({
      'x-forwarded-host': 'fabriques.example.fr',
      'x-forwarded-proto': 'https',
    });
  });
});

const address = (forwardedFor: string | undefined, trustProxy: number) =>
  clientAddress(forwardedFor, { ...origin, trustProxy });

describe('the address of the client', () => {
  it('is counted from the right, as many proxies as are trusted', () => {
    expect(address('6.6.6.6, 198.51.100.2', 1)).toBe('198.51.100.2');
    expect(address('6.6.6.6, 198.51.100.2, 10.0.0.1', 2)).toBe('198.51.100.2');
  });

  it("is the socket's when no proxy is trusted or none wrote", () => {
    expect(address('6.6.6.6', 0)).toBe('203.0.113.7');
    expect(address(undefined, 1)).toBe('203.0.113.7');
    expect(address(' , ', 2)).toBe('203.0.113.7');
  });

  it('is written as IPv4 when the socket speaks both versions', () => {
    expect(clientAddress(undefined, { ...origin, remoteAddress: '::ffff:192.0.2.1' })).toBe('192.0.2.1');
  });
});
