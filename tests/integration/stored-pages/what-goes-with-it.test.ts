import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { addressOf, closeAfterEach, openBareSite } from '../../support/bare-site';
import { storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { useTestDatabase } from '../../support/test-database';
import { askWire, decoded } from '../../support/wire';

useTestDatabase();
beforeAll(untilPagesAreKept);
closeAfterEach();

/** As the framework asks for what changes of a page. */
const LIVE = { rsc: '1', 'next-router-state-tree': encodeURIComponent('["",{}]'), 'next-url': '/fabriques' };

const open = (sharedCacheSeconds?: number) =>
  openBareSite(
    storeBefore(async ({ headers }, response) => {
      if (headers.rsc === undefined) writePage(response, 'Une page');
      else response.setHeader('content-type', 'text/x-component').end('0:{"a":1}\n');
    }, sharedCacheSeconds).answer,
  );

describe('a page that is kept', () => {
  it('is the same for the first reader and the second, to the letter of its headers', async () => {
    await open();
    const [first, second] = [await askWire(addressOf('/regions')), await askWire(addressOf('/regions'))];
    const { date: _, ...headers } = first.headers;
    expect(second).toMatchObject({ body: first.body, headers });
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'Accept-Encoding' });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('has not changed for who holds it, in each coding, and goes without its body to a HEAD', async () => {
    await open();
    for (const coding of ['br', 'gzip', 'identity']) {
      const whole = await askWire(addressOf('/regions'), { 'accept-encoding': coding });
      const again = { 'accept-encoding': coding, 'if-none-match': `W/"autre", ${whole.headers.etag}` };
      const held = await askWire(addressOf('/regions'), again);
      expect([held.status, held.body.length, held.headers.etag]).toEqual([304, 0, whole.headers.etag]);
      expect(held.headers).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': 'no-cache' });
      const head = await askWire(addressOf('/regions'), { 'accept-encoding': coding }, 'HEAD');
      expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
        200,
        0,
        String(whole.body.length),
      ]);
    }
  });

  it('may be kept by a shared cache for as long as the operator says, and by no browser', async () => {
    await open(60);
    const { headers } = await askWire(addressOf('/regions'));
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate, s-maxage=60');
  });
});

describe('a page that is not kept', () => {
  it.each([
    ['that failed half-way', '/regions', '<!--$!--><template data-dgst="1"></template><!--/$-->'],
    ['that tells what it did not understand', '/fabriques?region=mars', 'Région inconnue'],
  ])('%s is kept by no shared cache either', async (_, path, text) => {
    await openBareSite(storeBefore(async (_request, response) => writePage(response, text), 60).answer);
    expect((await askWire(addressOf(path))).headers['cache-control']).toBe('no-cache');
  });

  it('since something changed while it was made is kept by no shared cache, nor is a missing page', async () => {
    await openBareSite(
      storeBefore(async ({ url }, response) => {
        if (url === '/regions') emptyDirectoryCache();
        writePage(response, 'Une page');
      }, 60).answer,
    );
    for (const path of ['/regions', '/regions', '/nulle-part', '/nulle-part'])
      expect((await askWire(addressOf(path))).headers['cache-control']).toBe('no-cache');
  });
});

const statusOf = async (query: string) => (await askWire(addressOf(`/fabriques${query}`), LIVE)).status;

describe('what changes of a live page', () => {
  it('is given under the address that Next asks for alone: another is led there, whoever asks at the same time', async () => {
    await openBareSite(
      storeBefore(async ({ url = '' }, response) => {
        if (url.includes('_rsc=good')) response.setHeader('content-type', 'text/x-component').end('0:{"a":1}\n');
        else response.writeHead(307, { location: '/fabriques?_rsc=good' }).end();
      }).answer,
    );
    for (let turn = 0; turn < 2; turn += 1)
      expect(await Promise.all(['', '?_rsc=bad', '?_rsc=good'].map(statusOf))).toEqual([307, 307, 200]);
  });

  it('is never given for the page, nor the page for it, nor to a shared cache', async () => {
    await open(60);
    for (const headers of [{}, LIVE, {}, LIVE]) {
      const answer = await askWire(addressOf('/fabriques?_rsc=abc'), headers);
      const isLive = 'rsc' in headers;
      expect(decoded(answer).toString()).toContain(isLive ? '0:{' : 'Une page');
      expect(answer.headers.vary).toBe('RSC, Accept-Encoding');
      expect(String(answer.headers['cache-control']).includes('s-maxage')).toBe(!isLive);
    }
  });
});
