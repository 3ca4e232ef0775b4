import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { rememberError } from '@/lib/cli/failed-page';
import { DATA_POLICY } from '@/lib/http/content-security-policy';
import { UNAVAILABLE_PAGE } from '@/lib/http/unavailable-page';
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
    expect(headers.get('content-security-policy')).toBe(DATA_POLICY);
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

describe('a page that does not exist', () => {
  const missing = 'Cette page n’existe pas';

  it.each(['text/html; charset=utf-8', 'text/plain; charset=utf-8'])(
    'is a plain French page where Next gives none a policy by which it could load, as %s',
    async (type) => {
      await openBareSite(async (_, response) => {
        response.writeHead(404, { 'content-type': type, 'content-length': 9 });
        response.end('Not Found');
      });
      const answer = await get('/carte/x');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain(missing);
      expect(answer.headers.get('content-security-policy')).toBe(DATA_POLICY);
    },
  );

  it('is left as it is when it is data, or text of the site itself under the policy of a page', async () => {
    await openBareSite(async (request, response) => {
      const isData = request.url === '/data';
      response.writeHead(404, {
        'content-type': isData ? 'application/json' : 'text/plain',
        ...(!isData && { 'content-security-policy': PAGE_POLICY }),
      });
      response.end('{}');
    });
    for (const path of ['/data', '/sitemap/x']) expect(await (await get(path)).text()).toBe('{}');
  });
});

const seen = async (headers: Record<string, string>) => (await (await get('/', headers)).json()).headers;

describe('a page that failed before its first word', () => {
  const failed = 'Cette page n’a pas pu être préparée';

  it.each(['all at once', 'piece by piece', 'as announced bytes'])(
    'is a plain French page, even when it was sent %s',
    async (way) => {
      await openBareSite(async (_, response) => {
        response.statusCode = 500;
        response.setHeader('content-type', 'text/html');
        if (way === 'as announced bytes') response.writeHead(500, { 'content-length': 20 });
        if (way === 'piece by piece') response.write('<html>');
        response.end('Internal stack trace');
      });
      const answer = await get('/');
      expect(answer.status).toBe(500);
      const body = await answer.text();
      expect(body).toContain(failed);
      expect(body).not.toContain('Internal');
      expect(answer.headers.get('content-security-policy')).toBe(DATA_POLICY);
    },
  );

  it('is the same page when its handler gave up, and the server stays', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await openBareSite(async () => {
      throw new Error('boom');
    });
    for (const path of ['/', '/fabriques']) {
      const answer = await get(path);
      expect([answer.status, (await answer.text()).includes(failed)]).toEqual([500, true]);
    }
    vi.restoreAllMocks();
  });

  it.each(['text/html', 'text/x-component', null])(
    'is a 503 that says when to come back if the database went away under it, as %s',
    async (type) => {
      await openBareSite(async (_, response) => {
        rememberError(new Error('Connection terminated unexpectedly'));
        response.statusCode = 500;
        if (type) response.setHeader('content-type', type);
        response.end('0:{}');
      });
      const answer = await get('/');
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
      // What a live page reads stays in the shape that it reads.
      expect(await answer.text()).toBe(type === 'text/x-component' ? '0:{}' : UNAVAILABLE_PAGE);
    },
  );

  it('is left as it is when it is data, or when nothing failed', async () => {
    await openBareSite(async (request, response) => {
      response.statusCode = request.url === '/data' ? 500 : 404;
      if (request.url === '/page') response.setHeader('content-security-policy', PAGE_POLICY);
      response.setHeader('content-type', request.url === '/data' ? 'application/json' : 'text/html');
      response.end('{}');
    });
    expect(await (await get('/data')).text()).toBe('{}');
    expect(await (await get('/page')).text()).toBe('{}');
  });
});

describe('what Next reads', () => {
  it('holds the address of the socket and the host of SITE_URL, whatever was forged', async () => {
    await openBareSite(echo);
    const headers = await seen({
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-middleware-subrequest': 'proxy',
    });
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'fabriques.example.fr',
      'x-forwarded-proto': 'https',
    });
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
  });

  it('holds the address that the trusted proxy wrote when there is one', async () => {
    await openBareSite(echo, 1);
    expect(await seen({ 'x-forwarded-for': '6.6.6.6, 198.51.100.4' })).toMatchObject({
      'x-forwarded-for': '198.51.100.4',
    });
  });

  it('is a path, even when the request names another host', async () => {
    await openBareSite(echo);
    const answer = await sendRaw(
      'GET http://evil.example/fabriques HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain('"url":"/fabriques"');
    expect(answer).not.toContain('evil.example');
  });
});

describe('a stop', () => {
  it('lets a running request end, closes idle connections at once and takes no new one', async () => {
    const site = await openBareSite(async (request, response) => {
      if (request.url === '/slow') await sleep(600);
      response.end('done');
    });
    const agent = new http.Agent({ keepAlive: true });
    const idle = http.get(addressOf('/'), { agent });
    const [first] = await once(idle, 'response');
    first.resume();
    await once(first, 'end');

    const running = get('/slow');
    await sleep(100);
    const stopped = site.stop();
    await expect(get('/')).rejects.toThrow('fetch failed');
    const answer = await running;
    expect(await answer.text()).toBe('done');
    await stopped;
    // An idle connection is not waited for.
    await expect.poll(() => idle.socket?.destroyed).toBe(true);
    agent.destroy();
  });
});
