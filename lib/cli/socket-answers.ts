import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawRefusal } from '@/lib/http/refusal';
import { encodedTarget } from '@/lib/http/request-target';

type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer };

type Refuse = (socket: Duplex, status: number, extra?: Record<string, string>) => void;

function answerMalformed(socket: Duplex, { code, rawPacket }: ParserError, refuse: Refuse) {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const target = code === 'HPE_INVALID_URL' && rawPacket ? encodedTarget(rawPacket) : null;
  if (target !== null) {
    refuse(socket, 308, { Location: target });
    return;
  }
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  refuse(socket, status);
}

/** What Node would answer by itself, or not at all, before any handler is called. */
export function answerOnSockets(
  server: Server,
  siteUrl: string,
  tell: (status: number, bytes: number) => void = () => {},
): void {
  const refuse: Refuse = (socket, status, extra) => {
    const answer = rawRefusal(status, siteUrl, extra);
    socket.end(answer);
    tell(status, Buffer.byteLength(answer));
  };
  server.on('clientError', (error: ParserError, socket) => answerMalformed(socket, error, refuse));
  server.on('connect', (_, socket) => {
    socket.on('error', () => {});
    refuse(socket, 405, { Allow: 'GET, HEAD, POST' });
  });
}
