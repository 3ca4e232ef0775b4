import { once } from 'node:events';
import http from 'node:http';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestHandler } from '@/lib/http/request-handler';
import { addressOf, closeAfterEach, openBareSite, sendRaw } from '../support/bare-site';

type Line = Record<string, unknown>;
const lines: Line[] = [];
const oneLine = (text: string) => /^.+\n$/.exec(text)?.[0] ?? '"more or less than one line"';

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(JSON.parse(oneLine(String(text)))) > 0);
});
closeAfterEach();

const open = (handler: RequestHandler, isAccessLogged = true) => openBareSite(handler, 0, isAccessLogged);
const answerOk: RequestHandler = async (_, response) => {
  response.end('un deux');
};
/** A line leaves once its answer has: the reader may have it a moment before. */
const written = (count: number) =>
  vi.waitFor(() => expect(lines).toHaveLength(count), { timeout: 30_000, interval: 20 });

describe('with ACCESS_LOG, a request', () => {
  it('leaves one line: when, what was asked, how it was answered, how much and how long', async () => {
    await open(async (request, response) => {
      request.url = '/elsewhere';
      response.writeHead(404);
      response.end('un deux');
    });
    const received = await sendRaw('GET /fabriques HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await written(1);
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'info',
        method: 'GET',
        path: '/fabriques',
        status: 404,
        bytes: Buffer.byteLength(received),
        milliseconds: expect.any(Number),
      },
    ]);
  });

  it('is told apart from the others of its connection', async () => {
    await open(async (request, response) => {
      response.end('x'.repeat(Number(request.url?.slice(1))));
    });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (const size of [10, 20_010, 10]) {
      const [answer] = await once(http.get(addressOf(`/${size}`), { agent }), 'response');
      await once(answer.resume(), 'end');
    }
    await written(3);
    agent.destroy();
    const [small = 0, large = 0, again = 0] = lines.map(({ bytes }) => Number(bytes));
    expect(again).toBe(small);
    expect(large - small).toBeGreaterThanOrEqual(20_000);
    expect(large - small).toBeLessThan(20_100);
  });

  it.each([
    ['a method that is not taken', 'DELETE /fabriques HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['a path with a NUL', 'GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: miracle\r\nConnection: close\r\n\r\n', 417],
    ['no request at all', 'BONJOUR\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
    ['a tunnel', 'CONNECT fabriques.example.fr:443 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
    ['raw accents', Buffer.from('GET /fabriques/caf\xE9 HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1').toString('utf8'), 308],
  ])('that is refused leaves its line too: %s', async (_, text, status) => {
    await open(answerOk);
    const received = await sendRaw(text);
    await written(1);
    expect(lines).toMatchObject([{ status, bytes: Buffer.byteLength(received) }]);
  });

  it('that is given up says so, with the status only if the answer had begun', async () => {
    let hasCome: (() => void) | undefined;
    await open(async (request, response) => {
      if (request.url === '/begun') response.write('un');
      hasCome?.();
    });
    for (const path of ['/begun', '/waiting']) {
      const coming = new Promise<void>((resolve) => {
        hasCome = resolve;
      });
      const request = http.get(addressOf(path)).on('error', () => {});
      await coming;
      request.destroy();
    }
    await written(2);
    expect(lines).toContainEqual(expect.objectContaining({ path: '/begun', status: 200, aborted: true }));
    expect(lines).toContainEqual(expect.objectContaining({ path: '/waiting', bytes: 0, aborted: true }));
    expect(lines.find(({ path }) => path === '/waiting')).not.toHaveProperty('status');
  });

  it('leaves no line unless it is asked for', async () => {
    await open(answerOk, false);
    await fetch(addressOf('/fabriques'));
    expect(lines).toEqual([]);
  });
});

describe('what the line keeps of an address', () => {
  const SECRET = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF';
  it.each([
    `/acces/${SECRET}`,
    `/acces/${SECRET}?suite=1`,
    `/acces/${SECRET}/`,
    `/acces//${SECRET}`,
    `/acces%2F${SECRET}`,
    `/%61cces/${SECRET}`,
    `/ACCES/${SECRET}`,
    `//acces/${SECRET}`,
    `/./acces/${SECRET}`,
    `/acces\\${SECRET}`,
    `/acces/%zz${SECRET}`,
    `/acces/%0A${SECRET}`,
    `http://fabriques.example.fr/acces/${SECRET}`,
    `/acces/${[...SECRET].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}`,
    `/fabriques?q=${SECRET}`,
    `/api/auth/callback?token=${SECRET}&a=b`,
    `/?${SECRET}`,
    `/#${SECRET}`,
    `http://user:${SECRET}@fabriques.example.fr/fabriques`,
  ])('is neither a secret nor what was searched for: %s', async (target) => {
    await open(answerOk);
    await sendRaw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await written(1);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
    expect(String(lines[0]?.path)).toMatch(/^\/[\w/.…\\]*$/);
  });

  it('is its path as it was asked, cut where no page has so long a one', async () => {
    await open(answerOk);
    for (const path of ['/fabriques/la-machinerie-amiens', '/caf%C3%A9', `/${'x'.repeat(900)}`])
      await fetch(addressOf(path));
    await written(3);
    expect(lines.map(({ path }) => path)).toEqual([
      '/fabriques/la-machinerie-amiens',
      '/caf%C3%A9',
      `/${'x'.repeat(199)}`,
    ]);
  });
});
