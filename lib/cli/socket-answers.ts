import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawRefusal } from '@/lib/http/refusal';
import { encodedTarget } from '@/lib/http/request-target';

type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer };

function answerMalformed(socket: Duplex, { code, rawPacket }: ParserError, siteUrl: string) {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const target = code === 'HPE_INVALID_URL' && rawPacket ? encodedTarget(rawPacket) : null;
  if (target !== null) {
    socket.end(rawRefusal(308, siteUrl, { Location: target }));
    return;
  }
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  socket.end(rawRefusal(status, siteUrl));
}

/** Answers what Node would answer by itself, or not at all, before any handler is called. */
export function answerOnSockets(server: Server, siteUrl: string): void {
  server.on('clientError', (error: ParserError, socket) => answerMalformed(socket, error, siteUrl));
  server.on('connect', (_, socket) => {
    socket.on('error', () => {});
    socket.end(rawRefusal(405, siteUrl, { Allow: 'GET, HEAD, POST' }));
  });
}
