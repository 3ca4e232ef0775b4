import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  getActionNotFoundError,
  getInvalidServerReferenceIdError,
} from 'next/dist/server/app-render/manifests-singleton.js';
import { ResponseAborted } from 'next/dist/server/web/spec-extension/adapters/next-request.js';
import { expect, it } from 'vitest';
import { isReadersDoing } from '@/lib/undocumented/readers-errors';
import { listen } from '@/tests/support/local-server';

it('what Next says of a reader who left, or of an action that is not there, is known', () => {
  for (const error of [new ResponseAborted(), getActionNotFoundError('abc'), getInvalidServerReferenceIdError('abc')])
    expect([error, isReadersDoing(error)]).toEqual([error, true]);
  const handler = createRequire(import.meta.url).resolve('next/dist/server/app-render/action-handler.js');
  const [, said = ''] = /new Error\('(Invalid Server Actions[^']*)'\)/.exec(readFileSync(handler, 'utf8')) ?? [];
  expect(isReadersDoing(new Error(said))).toBe(true);
});

it('what Node says of a reader who hangs up is known, and a connection of the site itself is no reader', async () => {
  const server = http.createServer();
  const socket = connect(await listen(server), '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx');
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  socket.destroy();
  const error = await buffer(request).catch((reason: Error) => reason);
  server.close();
  expect(error instanceof Error && isReadersDoing(error)).toBe(true);
  expect(isReadersDoing(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))).toBe(false);
});
