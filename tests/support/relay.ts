import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export type Relay = {
  /** The same database, reached through the relay. */
  url: string;
  /** Takes the database away: open connections die, new ones are refused. */
  cut: () => Promise<void>;
  /** Gives it back at the same address. */
  restore: () => Promise<void>;
};

/** A way to the database that a test can cut, as a network or a restarting server would. */
export async function openRelay(database: string): Promise<Relay> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let server: Server;

  const open = async (port: number) => {
    server = createServer((socket) => {
      const upstream = connect(Number(target.port), target.hostname);
      for (const end of [socket, upstream]) {
        sockets.add(end);
        end.on('error', () => {});
        end.on('close', () => sockets.delete(end));
      }
      socket.pipe(upstream).pipe(socket);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  };

  const port = await open(0);
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    restore: async () => {
      await open(port);
    },
  };
}
