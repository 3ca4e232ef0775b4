import { createServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { listen } from './local-server';

/** A message of PostgreSQL: its letter, its length, what it says. */
export function message(letter: string, said: string | Buffer = ''): Buffer {
  const head = Buffer.from(`${letter}....`);
  head.writeInt32BE(Buffer.byteLength(said) + 4, 1);
  return Buffer.concat([head, Buffer.from(said)]);
}
export const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', 'I')]);
export const DONE = Buffer.concat([
  message('1'),
  message('2'),
  message('n'),
  message('C', 'BEGIN\0'),
  message('Z', 'T'),
]);
export const refusedWith = (code: string) => (socket: Socket) => socket.end(message('E', `SFATAL\0C${code}\0Mno\0\0`));

/** What a server does each time that it is told something. */
export type Answer = (socket: Socket, isFirst: boolean) => unknown;
export const silent: Answer = () => {};
export const leaves: Answer = (socket) => socket.destroy();
export const welcomesThen =
  (next: Answer): Answer =>
  (socket, isFirst) =>
    isFirst ? socket.write(WELCOME) : next(socket, false);

const servers = new Set<Server>();
const sockets = new Set<Socket>();

export async function addressOf(answer: Answer) {
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    let isFirst = true;
    socket.on('data', () => {
      answer(socket, isFirst);
      isFirst = false;
    });
  });
  servers.add(server);
  return { host: '127.0.0.1', port: await listen(server), user: 'a', password: 'b', database: 'c' };
}
/** After each test, those who are connected to it go with it. */
export function closeServersAfterEach(): void {
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
    sockets.clear();
    servers.clear();
  });
}
