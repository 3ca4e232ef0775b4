import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { giveBody, holdBody } from '@/lib/undocumented/held-body';
import { listen } from '@/tests/support/local-server';

let server: http.Server;
afterEach(() => server.close());

async function post(parts: string[], read: (request: IncomingMessage, response: ServerResponse) => unknown) {
  server = http.createServer((request, response) => {
    void read(request, response);
  });
  const port = await listen(server);
  const asked = http.request({ port, host: '127.0.0.1', method: 'POST' }).on('error', () => {});
  const answered = once(asked, 'response');
  for (const part of parts) {
    asked.write(part);
    await new Promise((resolve) => setImmediate(resolve));
  }
  asked.end();
  const [answer] = (await answered) as [IncomingMessage];
  return String(await buffer(answer));
}

describe('a body held back from Node', () => {
  it('comes whole, in however many parts, and whoever reads the request then reads what it is given', async () => {
    const parts = Array.from({ length: 50 }, (_, at) => `${at} `);
    const said = await post(parts, async (request, response) => {
      const held = await holdBody(request, response, 1_000);
      giveBody(request, Buffer.from(`[${held}]`), 'text/x');
      const read = await buffer(request);
      response.end(`${request.headers['content-type']} ${request.headers['content-length']} ${read}`);
    });
    const whole = parts.join('');
    expect(said).toBe(`text/x ${whole.length + 2} [${whole}]`);
  });

  it('is none when more comes than may', async () => {
    const said = await post(['x'.repeat(100_000)], async (request, response) => {
      response.end(String(await holdBody(request, response, 1_000)));
    });
    expect(said).toBe('null');
  });
});
