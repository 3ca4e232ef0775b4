import { describe, expect, it, vi } from 'vitest';
import { policyOf } from '@/lib/http/answer-policy';
import { rememberError } from '@/lib/http/failure';
import { UNAVAILABLE_PAGE } from '@/lib/site/unavailable-page';
import { addressOf, closeAfterEach, openBareSite } from '../support/bare-site';

const PAGE_POLICY = "script-src 'nonce-abc'";
closeAfterEach();

const get = (path: string, headers: Record<string, string> = {}) => fetch(addressOf(path), { headers });

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
      expect(answer.headers.get('content-security-policy')).toBe(policyOf({ kind: 'data' }));
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
      expect(answer.headers.get('content-security-policy')).toBe(policyOf({ kind: 'data' }));
    },
  );

  it('is the same page when its handler gave up, and the server stays', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await openBareSite(async () => {
      throw new Error('boom');
    });
    for (const path of ['/', '/fabriques']) {
      const answer = await get(path);
      expect([answer.status, (await answer.text()).includes(failed)]).toEqual([500, true]);
    }
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
