import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { listen } from './local-server';

type CommitCut = {
  /** Only the answer is lost; else the database never receives the COMMIT. */
  isCarriedOut: boolean;
  staysAway?: boolean;
};

export type Relay = {
  url: string;
  /** Open connections die, new ones are refused. */
  cut: () => Promise<void>;
  cutAtCommit: (how: CommitCut) => void;
  restore: () => Promise<unknown>;
  /** On any connection, as behind a pooler: questions and answers pass. */
  loseNotifications: () => void;
  passNotifications: () => void;
  whenOpen: (count: number) => Promise<void>;
  /** The connections of this moment stay open, and nothing comes back through them; new ones work. */
  stall: () => void;
};

const NOTIFICATION = 'A'.charCodeAt(0);

/** Said in full, or by the name under which it was prepared, the same on every connection. */
function commitReader() {
  const names = new Set<string>();
  return (chunk: Buffer): boolean => {
    const text = chunk.toString('latin1');
    for (const [, name = ''] of text.matchAll(/P[\s\S]{4}(\w*)\0COMMIT\0/g)) names.add(name);
    return /\0COMMIT\0/.test(text) || [...names].some((name) => text.includes(`\0${name}\0`));
  };
}

export async function openRelay(database: string): Promise<Relay> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  const stalled = new WeakSet<Socket>();
  const visitors = new Set<Socket>();
  const counted = new EventEmitter();
  const isCommit = commitReader();
  let server: Server;
  let due: CommitCut | null = null;
  let isDeaf = false;

  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const join = (socket: Socket, upstream: Socket) => {
    const part = (staysAway = false) => {
      socket.destroy();
      upstream.destroy();
      if (staysAway) void cut();
    };
    socket.on('data', (chunk) => {
      const isSent = isCommit(chunk);
      const now = isSent ? due : null;
      if (now) due = null;
      if (now && !now.isCarriedOut) return part(now.staysAway);
      if (now) upstream.removeAllListeners('data').once('data', () => part(now.staysAway));
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!stalled.has(upstream) && !(isDeaf && chunk[0] === NOTIFICATION)) socket.write(chunk);
    });
    socket.on('end', () => upstream.end());
    upstream.on('end', () => socket.end());
  };

  const open = (port?: number) => {
    server = createServer((socket) => {
      const upstream = connect(Number(target.port), target.hostname);
      for (const end of [socket, upstream]) {
        sockets.add(end);
        end.on('error', () => {});
        end.on('close', () => sockets.delete(end));
      }
      visitors.add(socket);
      counted.emit(String(visitors.size));
      socket.on('close', () => {
        visitors.delete(socket);
        counted.emit(String(visitors.size));
      });
      join(socket, upstream);
    });
    return listen(server, port);
  };

  const port = await open();
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut,
    cutAtCommit: (how) => {
      due = how;
    },
    restore: () => open(port),
    loseNotifications: () => {
      isDeaf = true;
    },
    passNotifications: () => {
      isDeaf = false;
    },
    whenOpen: async (count) => {
      await once(counted, String(count));
    },
    stall: () => {
      for (const socket of sockets) stalled.add(socket);
    },
  };
}
