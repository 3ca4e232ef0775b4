import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** No page has a longer path: the rest was made up. */
const LONGEST_PATH = 200;

/** Without what was searched for, nor the secret of a one-time link, however the address is written. */
const loggedPath = (target: string): string =>
  target
    .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/%[2-7][0-9a-f]/gi, decodeURIComponent)
    .replace(/([/\\]acces[/\\]).+$/is, '$1…')
    .slice(0, LONGEST_PATH);

type Request = {
  method?: string | undefined;
  path?: string;
  /** Absent when who asked had left before the answer began. */
  status?: number | undefined;
  bytes: number;
  milliseconds?: number;
  aborted?: true | undefined;
};

/** Without the network address, the browser or the session of who asks. */
const writeLine = (request: Request) =>
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'info', ...request })}\n`);

export const logRefusal = (status: number, bytes: number): void => {
  writeLine({ status, bytes });
};

export function logRequests(server: Server): void {
  const toldBytes = new WeakMap<Socket, number>();
  const follow = ({ method, url = '', socket }: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    response.once('close', () => {
      // A connection serves one answer after another.
      const bytes = socket.bytesWritten - (toldBytes.get(socket) ?? 0);
      toldBytes.set(socket, socket.bytesWritten);
      writeLine({
        method,
        path: loggedPath(url),
        status: response.headersSent ? response.statusCode : undefined,
        bytes,
        milliseconds: Math.round(performance.now() - began),
        aborted: response.writableFinished ? undefined : true,
      });
    });
  };
  // Before whoever may rewrite the request or answer it at once.
  server.prependListener('request', follow);
  server.prependListener('checkExpectation', follow);
}
