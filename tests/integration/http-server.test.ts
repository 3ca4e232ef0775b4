import { describe, expect, it } from 'vitest';
import { policyOf } from '@/lib/http/answer-policy';
import { PROBLEM } from '@/lib/http/problem';
import { addressOf, closeAfterEach, echo, openBareSite, sendRaw } from '../support/bare-site';

const PAGE_POLICY = "script-src 'nonce-abc'";
closeAfterEach();

const get = (path: string, headers: Record<string, string> = {}) => fetch(addressOf(path), { headers });

const asked = async (method: string, path: string) => {
  const { status, headers } = await fetch(addressOf(path), { method });
  return [status, headers.get('allow')];
};

describe('every answer', () => {
  it('carries the security headers, and nothing about the program that made it', async () => {
    await openBareSite(echo);
    const { headers } = await get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toBe(policyOf({ kind: 'data' }));
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('begins with its headers and the first part of its body together', async () => {
    let areSentAlone = true;
    await openBareSite(async (_, response) => {
      response.flushHeaders();
      areSentAlone = response.headersSent;
      response.write('un');
      response.end(' deux');
    });
    expect(await (await get('/')).text()).toBe('un deux');
    expect(areSentAlone).toBe(false);
  });

  it.each(['GET', 'HEAD'])('that leads elsewhere has no body: %s', async (method) => {
    await openBareSite(async (_, response) => {
      response.setHeader('link', '</a.css>; rel=preload');
      response.writeHead(303, { location: '/connexion', 'content-type': 'text/html', 'content-length': 4 });
      response.end('page');
    });
    const answer = await fetch(addressOf('/'), { method, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion']);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-length')).toBe('0');
    expect(answer.headers.has('content-type')).toBe(false);
  });

  it("has one policy, and a page's own is the one", async () => {
    const first = await openBareSite(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': PAGE_POLICY });
      response.end();
    });
    expect((await get('/')).headers.get('content-security-policy')).toBe(PAGE_POLICY);
    await first.stop();
    await openBareSite(async (_, response) => {
      response.setHeader('Content-Security-Policy', ["default-src 'self'", PAGE_POLICY]);
      response.end();
    });
    expect((await get('/')).headers.get('content-security-policy')).toBe(PAGE_POLICY);
  });

  it.each([
    ['a path with broken percent signs', 'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a path with a NUL', 'GET /fabriques/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['no request at all', 'BONJOUR\r\n\r\n', 400],
    ['a path of 60 kB', `GET /${'a'.repeat(60_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 414],
    ['30,000 parameters', `GET /carte/x?${'x&'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 414],
    ['a method that nothing takes', 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', 405],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\nConnection: close\r\n\r\n', 417],
    ['accents that are no text', 'GET /\u0001é HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    ['an address of 100 kB', `GET /?q=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ])('to %s is a refusal with the same headers', async (_, request, status) => {
    await openBareSite(echo);
    const answer = await sendRaw(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(answer.toLowerCase()).toContain("frame-ancestors 'none'");
    expect(answer).toContain('<html lang="fr">');
  });

  it('to a request that names no host is that of the site, with the same headers', async () => {
    await openBareSite(echo);
    const answer = await sendRaw('GET /fabriques HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(answer).toContain('"host":"fabriques.example.fr"');
  });

  it('to accents sent as raw bytes leads to the same address as a browser writes it', async () => {
    await openBareSite(echo);
    const answer = await sendRaw('GET /api/v1/communes?q=Réunion HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 308 /);
    expect(answer).toMatch(/\r\nLocation: \/api\/v1\/communes\?q=R%C3%A9union\r\n/);
  });

  it.each([
    ['DELETE /api/v1/structures', 405],
    [`GET /api/v1/structures?${'x&'.repeat(30_000)}`, 414],
    ['GET /api/v1/%E0%A4%A', 400],
  ])('to a program is in problem details: %.30s…', async (line, status) => {
    await openBareSite(echo);
    const answer = await sendRaw(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json; charset=utf-8\r\n');
    expect(answer).toContain('Access-Control-Allow-Origin: *\r\n');
    expect(PROBLEM.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))))).toMatchObject({ status });
  });

  it('to a method that the address does not take says which it takes', async () => {
    await openBareSite(echo);
    expect(await asked('POST', '/carte/fonds.svg')).toEqual([405, 'GET, HEAD']);
    expect(await asked('DELETE', '/fabriques')).toEqual([405, 'GET, HEAD, POST']);
    expect(await asked('OPTIONS', '/api/v1/structures')).toEqual([405, 'GET, HEAD, POST']);
    // A form that works without JavaScript posts to its own page, and is one.
    expect(await asked('POST', '/fabriques')).toEqual([400, null]);
    expect(await asked('HEAD', '/carte/fonds.svg')).toEqual([200, null]);
  });

  it('to 10 kB of accented text comes from the site, which decides what to ignore', async () => {
    await openBareSite(echo);
    const { status } = await get(`/?q=${encodeURIComponent('é'.repeat(5_000))}`);
    expect(status).toBe(200);
  });
});
