import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSentPage } from '@/lib/cli/pages/sent-page';
import { policyOf } from '@/lib/http/answer-policy';

const NONCE = 'fpVZ4dBKL1yPlsZQd+cucQ==';
const POLICY = policyOf({ kind: 'page', nonce: NONCE, tilesOrigin: null, development: false });
const COPY = String.raw`self.__next_f.push([1,":HL[\"/a.css\",\"style\",{\"nonce\":\"${NONCE}\"}]\n:HL[\"/b.woff2\",\"font\",{\"crossOrigin\":\"\",\"nonce\":\"${NONCE}\",\"type\":\"font/woff2\"}]"])`;

const head = `<link rel="stylesheet" href="/a.css" nonce="${NONCE}" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" nonce="${NONCE}" href="/c.js"/><script src="/c.js" async="" nonce="${NONCE}"></script>`;
const enhancement = `<script type="module" src="/enhancement.js?v=1" nonce="${NONCE}"></script>`;
const made = (main: string, more = {}) => ({
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    link: `</b.woff2>; rel=preload; as="font"; nonce="${NONCE}"; type="font/woff2", </a.css>; rel=preload; as="style"; nonce="${NONCE}"`,
    'cache-control': 'private, no-store',
    ...more,
  },
  text: `<!DOCTYPE html><html><head>${head}${enhancement}</head><body><!--$--><main>${main}<!-- -->.</main><!--/$--><script nonce="${NONCE}">${COPY}</script></body></html>`,
});

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const scriptSources = (policy: unknown) => /script-src ([^;]*)/.exec(String(policy))?.[1]?.split(' ') ?? [];

describe('a live page', () => {
  const { headers, text, isWhole } = toSentPage(made('<p>Bonjour</p>'), false);

  it('allows the scripts written in it by what they say, and no other', () => {
    const [copy] = /self\.__next_f[^<]*/.exec(text) ?? [''];
    expect(scriptSources(headers['content-security-policy'])).toEqual(["'self'", hashOf(copy)]);
  });

  it('tells no nonce, in its markup, its headers or the copy for React, which stays what it was otherwise', () => {
    expect(JSON.stringify([headers, text])).not.toMatch(/nonce|fpVZ/);
    expect(text).toContain(
      String.raw`":HL[\"/a.css\",\"style\",{}]\n:HL[\"/b.woff2\",\"font\",{\"crossOrigin\":\"\",\"type\":\"font/woff2\"}]"`,
    );
    expect(headers.link).toBe(
      '</b.woff2>; rel=preload; as="font"; type="font/woff2", </a.css>; rel=preload; as="style"',
    );
  });

  it('keeps its framework, is whole, and repeats of the headers only its own', () => {
    expect(text).toContain('<script src="/c.js" async=""></script>');
    expect(text).toContain('<!--$-->');
    expect(isWhole).toBe(true);
    expect(Object.keys(headers).toSorted()).toEqual(['content-security-policy', 'content-type', 'link', 'vary']);
  });
});

describe('a page to be read', () => {
  it('is sent without the framework, its copy and its marks, with the enhancement alone', () => {
    const { headers, text } = toSentPage(made('<p>Bonjour</p>'), true);
    expect(text).toBe(
      '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css" data-precedence="next"/><script type="module" src="/enhancement.js?v=1"></script></head><body><main><p>Bonjour</p>.</main></body></html>',
    );
    expect(scriptSources(headers['content-security-policy'])).toEqual(["'self'"]);
  });

  it('keeps the data that search engines read, which no browser runs', () => {
    const data = '<script type="application/ld+json">{"@type":"Place"}</script>';
    expect(toSentPage(made(data), true).text).toContain(data);
  });

  it('keeps its framework when a part of it was not ready in time', () => {
    const { text } = toSentPage(made('<!--$?--><template id="B:0"></template><!--/$-->'), true);
    expect(text).toContain('/c.js');
    expect(text).toContain('__next_f');
  });
});

describe('a script that stands in a page without being of this answer', () => {
  it.each([
    '<script>steal()</script>',
    '<script nonce="">steal()</script>',
    '<script nonce="fpVZ">steal()</script>',
    `<script nonce='${NONCE}x'>steal()</script>`,
    '<script type="module">steal()</script>',
    `<script data-nonce="${NONCE}">steal()</script>`,
    `<script >steal()</script >`,
    '<SCRIPT>steal()</SCRIPT>',
    `<script a="<script nonce="${NONCE}">steal()//</script>`,
  ])('%s is not blessed', (injected) => {
    for (const isReading of [true, false]) {
      const { headers } = toSentPage(made(injected), isReading);
      const sources = scriptSources(headers['content-security-policy']);
      expect(sources).not.toContain(hashOf('steal()'));
      expect(sources).not.toContain("'unsafe-inline'");
    }
  });

  it('is not blessed whatever it says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z(){};= ]{1,40}$/), (script) => {
        const { headers } = toSentPage(made(`<script>${script}</script>`), false);
        expect(scriptSources(headers['content-security-policy'])).not.toContain(hashOf(script));
      }),
    );
  });
});

describe('a page that failed half-way', () => {
  it.each([
    '<!--$!--><template data-dgst="123"></template><!--/$-->',
    String.raw`<script nonce="${NONCE}">self.__next_f.push([1,"7:E{\"digest\":\"123\"}\n"])</script>`,
    String.raw`<script nonce="${NONCE}">self.__next_f.push([1,"3:null\n7:E{\"digest\":\"123\"}\n"])</script>`,
  ])('is known by %s', (trace) => {
    expect(toSentPage(made(trace), false).isWhole).toBe(false);
  });

  it('is known in what a live page is given too', () => {
    const given = { headers: { 'content-type': 'text/x-component' }, text: '0:{"a":1}\n1:E{"digest":"12"}\n' };
    expect(toSentPage(given, false).isWhole).toBe(false);
    expect(toSentPage({ ...given, text: '0:{"a":1}\n' }, false).isWhole).toBe(true);
  });
});

it('two answers with the same content and two nonces are the same bytes under the same policy', () => {
  const again = JSON.parse(JSON.stringify(made('<p>é</p>')).replaceAll(NONCE, 'Aa/+other=='));
  for (const isReading of [true, false])
    expect(toSentPage(again, isReading)).toEqual(toSentPage(made('<p>é</p>'), isReading));
});
