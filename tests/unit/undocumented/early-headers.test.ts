import http from 'node:http';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable.js';
import { expect, it } from 'vitest';
import { sendHeadersWithBody } from '@/lib/undocumented/early-headers';
import { listen } from '@/tests/support/local-server';

it('a page that Next streams has no head on its way before the first part of its body', async () => {
  const sentBefore: boolean[] = [];
  const server = http.createServer((_, response) => {
    sendHeadersWithBody(response);
    const { write } = response;
    Object.assign(response, {
      write: (...values: Parameters<typeof write>) => {
        sentBefore.push(response.headersSent);
        return write.apply(response, values);
      },
    });
    const parts = new Response('un deux').body;
    if (parts) pipeToNodeResponse(parts, response).catch(() => response.destroy());
  });
  const answer = await fetch(`http://127.0.0.1:${await listen(server)}/`);
  expect(await answer.text()).toBe('un deux');
  expect(sentBefore[0]).toBe(false);
  server.close();
});
