import http, { type RequestListener } from 'node:http';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable.js';
import { expect, it, onTestFinished } from 'vitest';
import { decideHead, replaceBody } from '@/lib/undocumented/answer-parts';
import { listen } from '@/tests/support/local-server';

async function answerOf(listener: RequestListener) {
  const server = http.createServer(listener);
  onTestFinished(() => void server.close());
  const answer = await fetch(`http://127.0.0.1:${await listen(server)}/`);
  return { status: answer.status, kind: answer.headers.get('x-kind'), body: await answer.text() };
}

const WAYS: Readonly<Record<string, RequestListener>> = {
  'ended without a head': (_, response) => void response.end('dit'),
  'written without a head': (_, response) => void (response.write('dit') && response.end()),
  'with a head of its own': (_, response) => void response.writeHead(200, { 'x-kind': 'its own' }).end('dit'),
  'streamed by Next': (_, response) => {
    const { body } = new Response('dit');
    if (body) pipeToNodeResponse(body, response).catch(() => response.destroy());
  },
};

it.each(Object.entries(WAYS))('the head of an answer %s is decided at the last moment', async (_, way) => {
  const answer = await answerOf((request, response) => {
    decideHead(response, (status) => {
      response.setHeader('x-kind', `decided on ${status}`);
      return 203;
    });
    way(request, response);
  });
  expect(answer).toEqual({ status: 203, kind: 'decided on 200', body: 'dit' });
});

it.each(Object.entries(WAYS))('the body of an answer %s gives way to a page, or is kept', async (_, way) => {
  for (const page of [() => 'la page', null]) {
    const { body } = await answerOf((request, response) => {
      replaceBody(response, () => page);
      way(request, response);
    });
    expect(body).toBe(page === null ? 'dit' : 'la page');
  }
});
