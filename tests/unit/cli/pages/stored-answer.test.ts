import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFresh, keepAsItIs, keepCoded, type StoredAnswer, sendStored, weightOf } from '@/lib/cli/pages/stored-answer';
import { listen } from '../../../support/local-server';
import { askWire, decoded } from '../../../support/wire';

const TEXT = 'Fabriques de territoire : l’annuaire. '.repeat(50);
const POLICY = "script-src 'self'";
const page = {
  status: 200,
  headers: { 'content-type': 'text/html', 'content-security-policy': POLICY, vary: 'RSC' },
  body: Buffer.from(TEXT),
};
const QUALITY = { brotli: 5, gzip: 6 };

let stored: StoredAnswer;
let port = 0;
const server = http.createServer((request, response) => sendStored(request, response, stored));

beforeAll(async () => {
  port = await listen(server);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (headers: http.OutgoingHttpHeaders = {}, method = 'GET') =>
  askWire(`http://127.0.0.1:${port}/`, headers, method);

describe('an answer that is kept', () => {
  it.each(['br', 'gzip', undefined])('is sent in the coding that was chosen: %s', async (coding) => {
    stored = await keepCoded(page, QUALITY);
    const answer = await ask(coding === undefined ? {} : { 'accept-encoding': coding });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.headers.vary).toBe('RSC, Accept-Encoding');
    expect(answer.headers['content-type']).toBe('text/html');
    expect(decoded(answer).toString()).toBe(TEXT);
  });

  it.each(['br', 'gzip', 'identity'])('says the same to HEAD, without its body: %s', async (coding) => {
    stored = await keepCoded(page, QUALITY);
    const whole = await ask({ 'accept-encoding': coding });
    const head = await ask({ 'accept-encoding': coding }, 'HEAD');
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it.each(['br', 'gzip', 'identity'])('has a strong tag of its own in each coding: %s', async (coding) => {
    stored = await keepCoded(page, QUALITY);
    const { headers } = await ask({ 'accept-encoding': coding });
    expect(headers.etag).toMatch(/^"[\w-]{22}-(br|gzip|identity)"$/);
    const again = await ask({ 'accept-encoding': coding, 'if-none-match': headers.etag });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers.vary).toBe('RSC, Accept-Encoding');
    expect(again.headers['content-security-policy']).toBe(POLICY);
    const other = await ask({ 'accept-encoding': coding === 'br' ? 'gzip' : 'br', 'if-none-match': headers.etag });
    expect(other.status).toBe(200);
  });

  it('has another tag when its policy is another', async () => {
    const headers = { ...page.headers, 'content-security-policy': "script-src 'none'" };
    const [one, same, other] = await Promise.all([
      keepCoded(page, QUALITY),
      keepCoded({ ...page }, { brotli: 1, gzip: 1 }),
      keepCoded({ ...page, headers }, QUALITY),
    ]);
    expect(same.tag).toBe(one.tag);
    expect(other.tag).not.toBe(one.tag);
  });

  it('keeps as it came what is compressed by nature, which no coding makes another answer', async () => {
    stored = keepAsItIs({ status: 200, headers: { 'content-type': 'font/woff2' }, body: Buffer.from('wOF2') });
    const { headers, body } = await ask({ 'accept-encoding': 'br' });
    expect(body.toString()).toBe('wOF2');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBeUndefined();
    expect((await ask({ 'if-none-match': headers.etag })).status).toBe(304);
    expect(weightOf(stored)).toBe(4);
  });

  it('is sent whole whatever the reader kept, when it says that something is missing', async () => {
    stored = await keepCoded({ ...page, status: 404 }, QUALITY);
    const { headers } = await ask();
    const again = await ask({ 'if-none-match': headers.etag });
    expect(again.status).toBe(404);
    expect(again.body.toString()).toBe(TEXT);
  });
});

describe('what a reader kept', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a" , "c"', true],
    ['*', true],
    [' * ', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['"b*"', false],
  ])('being %s, is the same as "a": %s', (ifNoneMatch, fresh) => {
    expect(isFresh(ifNoneMatch, '"a"')).toBe(fresh);
  });
});
