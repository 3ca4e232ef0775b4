import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { askNext } from '@/lib/cli/pages/ask-next';
import { fileAddresses, storeFiles } from '@/lib/cli/pages/stored-files';
import type { RequestHandler } from '@/lib/http/request-handler';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import { addressOf, closeAfterEach, openBareSite, SITE } from '../support/bare-site';
import { openSeededSite, type SeededSite } from '../support/seeded-site';
import { ROOT } from '../support/templates';
import { askWire, decoded } from '../support/wire';

const TEXT = 'body { color: black; }\n'.repeat(100);
const IMMUTABLE = 'public, max-age=31536000, immutable';
const CODINGS = { br: 'br', gzip: 'gzip', identity: undefined };

const kindOf = (file: string) => file.split('.').at(-1);

describe('a file of the site', () => {
  closeAfterEach();
  let asked: string[] = [];

  const openWith = (status: number, type = 'text/css') => {
    asked = [];
    const next: RequestHandler = async ({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(status, { 'content-type': type, 'cache-control': IMMUTABLE }).end(TEXT);
    };
    return openBareSite(storeFiles(new Set(['/a.css']), askNext(next, SITE), next));
  };

  it('is made by Next once, whoever asks at the same time, and whatever follows its address', async () => {
    await openWith(200);
    const answers = await Promise.all(
      ['/a.css', '/a.css', '/a.css?dpl=1', '/a.css?utm_source=lettre'].map((path) =>
        askWire(addressOf(path), { 'accept-encoding': 'br' }),
      ),
    );
    expect(answers.map((answer) => decoded(answer).toString())).toEqual([TEXT, TEXT, TEXT, TEXT]);
    expect(asked).toEqual(['/a.css']);
  });

  it('is not kept when it could not be made: Next answers each time', async () => {
    await openWith(500);
    expect((await askWire(addressOf('/a.css'))).status).toBe(500);
    asked = [];
    expect((await askWire(addressOf('/a.css'))).status).toBe(500);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('is the only thing that is kept: another address, or another way to write it, goes to Next', async () => {
    await openWith(200);
    const others = ['/b.css', '//a.css', '/%61.css', '/A.css', '/'];
    for (const path of others) for (const _ of [1, 2]) await askWire(addressOf(path));
    expect(asked).toEqual(others.flatMap((path) => [path, path]));
  });
});

describe('the program of the pages', () => {
  closeAfterEach();
  const PRESENT = `${ENHANCEMENT_PATH}?v=0123456789abcdef`;

  it('is kept under its own address alone, and sent anew under all others', async () => {
    const asked: string[] = [];
    const next: RequestHandler = async ({ url = '' }, response) => {
      asked.push(url);
      const freshness = url === PRESENT ? IMMUTABLE : 'no-cache';
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': freshness }).end(TEXT);
    };
    await openBareSite(storeFiles(new Set(), askNext(next, SITE), next));
    const others = [ENHANCEMENT_PATH, `${PRESENT}&x=1`, `${PRESENT}0`, `${ENHANCEMENT_PATH}?v=fedcba9876543210`];
    for (const path of [PRESENT, ...others, PRESENT, ...others]) {
      const answer = await askWire(addressOf(path), { 'accept-encoding': 'br' });
      expect(decoded(answer).toString()).toBe(TEXT);
      // Coded once for all, it is worth the time; each time, it would be work for whoever asks.
      expect(answer.headers['content-encoding']).toBe(path === PRESENT ? 'br' : undefined);
    }
    expect(asked).toEqual([PRESENT, ...others, ...others]);
  });
});

describe('of a built site', () => {
  let site: SeededSite;
  let files: string[];
  /** To code each takes long, the first time. */
  let oneOfEachKind: string[];
  beforeAll(async () => {
    site = await openSeededSite();
    files = [...fileAddresses(ROOT, await buildFolder(ROOT))];
    oneOfEachKind = [...new Map(files.map((file) => [kindOf(file), file])).values()];
  });
  afterAll(() => site.close());

  it('every kind is there: scripts, styles, fonts, maps and icons', () => {
    expect(oneOfEachKind.map(kindOf).toSorted()).toEqual(['css', 'ico', 'js', 'json', 'svg', 'woff2']);
  });

  it.each(Object.entries(CODINGS))(
    'each kind is sent in %s, with a tag that gives 304, and by HEAD',
    async (asked, coding) => {
      for (const file of oneOfEachKind) {
        const ask = (headers = {}, method = 'GET') =>
          askWire(`${site.url}${file}`, { 'accept-encoding': asked, ...headers }, method);
        const whole = await ask();
        const isCompressed = /\.(woff2|ico)$/.test(file);
        expect([file, whole.status, whole.headers['content-encoding']]).toEqual([
          file,
          200,
          isCompressed ? undefined : coding,
        ]);
        expect(whole.headers['cache-control']).toBe(file.startsWith('/_next/') ? IMMUTABLE : 'public, max-age=0');
        expect(whole.headers.vary).toBe(isCompressed ? undefined : 'Accept-Encoding');
        expect(whole.headers['x-content-type-options']).toBe('nosniff');
        const { etag } = whole.headers;
        expect(etag).toMatch(/^"/);
        const again = await ask({ 'if-none-match': etag });
        expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
        const head = await ask({}, 'HEAD');
        expect([head.body.length, { ...head.headers, date: '' }]).toEqual([0, { ...whole.headers, date: '' }]);
      }
    },
  );

  it('each kind says the same whatever its coding', async () => {
    for (const file of oneOfEachKind) {
      const texts = await Promise.all(
        Object.keys(CODINGS).map(async (coding) =>
          decoded(await askWire(`${site.url}${file}`, { 'accept-encoding': coding })).toString('latin1'),
        ),
      );
      expect(new Set(texts).size).toBe(1);
    }
  });

  it('a file that is not there is not found', async () => {
    for (const file of [
      '/_next/static/chunks/rien.js',
      '/carte/rien.svg',
      '/carte/',
      '/_next/static/../../package.json',
    ]) {
      expect([file, (await fetch(`${site.url}${file}`)).status]).toEqual([file, 404]);
    }
  });
});
