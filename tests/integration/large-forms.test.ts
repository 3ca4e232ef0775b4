import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { MOST_STRANGERS_BYTES } from '@/lib/forms/form-limit';
import { FORM_TOO_LARGE, STRANGERS_FORM_TOO_LARGE, UNREAD_FORM } from '@/lib/forms/form-refusals';
import { MOST_FORM_BYTES } from '@/lib/forms/form-size';
import {
  ACTION_FIELDS,
  addressOf,
  closeAfterEach,
  echo,
  openBareSite,
  SIGNED_COOKIE,
  sendRaw,
} from '../support/bare-site';

closeAfterEach();

const post = (body: string | FormData, headers: Record<string, string> = {}, path = '/admin') =>
  fetch(addressOf(path), { method: 'POST', body, headers: { cookie: SIGNED_COOKIE, ...headers } });
const describing = (description: string) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...ACTION_FIELDS, description })) form.set(name, value);
  return form;
};
const chunked = (path: string) =>
  sendRaw(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n`,
  );

describe('a form too large', () => {
  it('reaches no page: it is refused in French, and told how to keep what was typed', async () => {
    let reached = 0;
    await openBareSite(async (_, response) => {
      reached += 1;
      response.end();
    });
    const answer = await post('x'.repeat(MOST_FORM_BYTES + 1));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain(FORM_TOO_LARGE);
    expect(reached).toBe(0);
    expect((await post(describing('x'.repeat(MOST_FORM_BYTES - 1_000)))).status).toBe(200);
    expect(reached).toBe(1);
  });

  it('for someone who was never signed in here is so much sooner, whatever its address and its cookie', async () => {
    let most = 0;
    await openBareSite(async (request, response) => {
      most = Math.max(most, (await buffer(request)).byteLength);
      response.end();
    });
    const [token, signature] = SIGNED_COOKIE.split('token.');
    const cookies = ['', 'a=b', `${token}other.${signature}`, `${token}token.`, `${token}%`, `x${SIGNED_COOKIE}`];
    for (const cookie of cookies)
      for (const path of ['/', '/connexion', '/admin', '/acces/abc', '/fabriques?q=a', '/nulle-part']) {
        const answer = await post(describing('x'.repeat(MOST_STRANGERS_BYTES)), { cookie }, path);
        expect([cookie, path, answer.status]).toEqual([cookie, path, 413]);
        expect(await answer.text()).toContain(STRANGERS_FORM_TOO_LARGE);
      }
    const data = await post('x'.repeat(MOST_STRANGERS_BYTES + 1), {}, '/api/v1/communes/proche');
    expect([data.status, await data.json()]).toEqual([413, expect.objectContaining({ detail: FORM_TOO_LARGE })]);
    expect(most).toBe(0);
    expect((await post(describing('x'.repeat(MOST_STRANGERS_BYTES - 1_000)), { cookie: '' })).status).toBe(200);
    expect(most).toBeLessThanOrEqual(MOST_STRANGERS_BYTES);
  });

  it('of someone who was never signed in here is not read: a slow one keeps nobody from what they typed', async () => {
    await openBareSite(async (_, response) => void response.end());
    const { hostname, port } = new URL(addressOf('/'));
    const slow = connect(Number(port), hostname);
    slow.write(
      `POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 2000000\r\n\r\n--x`,
    );
    await expect.poll(() => slow.bytesWritten).toBeGreaterThan(0);
    const typed = `Un texte ${'x'.repeat(MOST_FORM_BYTES)}`;
    expect(await (await post(describing(typed))).text()).toContain('Un texte xxx');
    expect(await (await post(describing(typed), { cookie: '' }, '/connexion')).text()).not.toContain('Un texte');
    slow.destroy();
  });

  it('that grows as it comes is cut at the same bound where no length need be said', async () => {
    await openBareSite(async (request, response) => {
      response.end(String((await buffer(request)).byteLength));
    });
    const pieces = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const head =
      'POST /api/v1/communes/proche HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(`${head}${pieces}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 [^]*16384/);
    expect(await sendRaw(`${head}${pieces}1\r\nx\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    // One that never ends is answered as well, and read no further.
    expect(await sendRaw(head + pieces.repeat(100))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('costs no more when it comes one byte at a time', async () => {
    await openBareSite(async (request, response) => {
      response.end(String((await buffer(request)).byteLength));
    });
    const head =
      'POST /api/v1/communes/proche HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(`${head}${'1\r\nx\r\n'.repeat(16_000)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 [^]*16000/);
    const { port } = new URL(addressOf('/'));
    const before = process.memoryUsage();
    const sockets = Array.from({ length: 60 }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => {}).write(head + '1\r\nx\r\n'.repeat(10_000));
    await expect.poll(() => sockets.every(({ bytesWritten }) => bytesWritten > 60_000), { timeout: 30_000 }).toBe(true);
    const { heapUsed, external } = process.memoryUsage();
    // Kept apart, 600,000 pieces would be more than sixty million.
    expect(heapUsed + external - before.heapUsed - before.external).toBeLessThan(40_000_000);
    for (const socket of sockets) socket.destroy();
  });

  it('gives back what was typed, passwords excepted, as text and nothing else', async () => {
    await openBareSite(echo);
    const body = new FormData();
    body.set('$ACTION_KEY', 'k123');
    body.set('_key', 'clé à usage unique');
    body.set('name', '</textarea><script>alert(1)</script> &amp;');
    body.set('currentPassword', 'girafe tambour lundi');
    body.set('description', 'é'.repeat(700_000));
    const answer = await post(body);
    expect(answer.status).toBe(413);
    const text = await answer.text();
    expect(text).toContain('readonly>\n&lt;/textarea>&lt;script>alert(1)&lt;/script> &amp;amp;\n\néé');
    expect(text).toContain('é'.repeat(700_000));
    expect(text).not.toMatch(/<script|k123|usage unique|girafe/);
  });

  it('of several millions of signs is refused without being kept', async () => {
    await openBareSite(echo);
    const answer = await post(describing('z'.repeat(5_000_000)));
    expect(answer.status).toBe(413);
    expect(await answer.text()).not.toContain('zzz');
  });

  it('that is no form of this site, or comes while another is read, is given back to nobody', async () => {
    await openBareSite(echo);
    const flat = await post('a&'.repeat(800_000), { 'content-type': 'application/x-www-form-urlencoded' });
    expect(flat.status).toBe(413);
    expect(await flat.text()).not.toContain('readonly');
    const send = async () => (await post(describing('&'.repeat(1_500_000)))).text();
    const other = connect(Number(new URL(addressOf('/')).port), '127.0.0.1');
    const announced = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1500000\r\n\r\n--x';
    other.write(`POST /admin HTTP/1.1\r\nHost: x\r\nCookie: ${SIGNED_COOKIE}\r\n${announced}`);
    await expect.poll(send).not.toContain('&amp;&amp;');
    other.destroy();
    await expect.poll(send).toContain('&amp;'.repeat(1_500_000));
  });

  it('sent by a live page gets the sentence alone', async () => {
    await openBareSite(echo);
    const answer = await post('x'.repeat(2_000_000), { 'next-action': 'abc' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/plain']);
    expect(await answer.text()).toBe(FORM_TOO_LARGE);
  });

  it('that announces more than can be let in is answered before it comes', async () => {
    await openBareSite(echo);
    const answer = await sendRaw('POST /admin HTTP/1.1\r\nHost: x\r\nContent-Length: 99000000\r\n\r\nx');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that does not say its length is not read either, unless the open data is asked', async () => {
    await openBareSite(echo);
    const answer = await chunked('/admin');
    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    expect(answer).toContain(UNREAD_FORM);
    expect(await chunked('/api/v1/communes/proche')).toMatch(/^HTTP\/1\.1 200 /);
  });
});
