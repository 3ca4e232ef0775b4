import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { Client } from 'pg';
import { message, WELCOME } from './fake-postgres';
import { listen } from './local-server';

export type Pooler = {
  url: string;
  close: () => Promise<void>;
};

type PoolerOptions = {
  /** PgBouncer refuses the settings asked for at the start, or was told to drop them; others take them. */
  settings?: 'refused' | 'dropped' | 'taken';
  /** A connection of the server is lent for one transaction, or to one client for as long as it stays. */
  mode?: 'transaction' | 'session';
};

const REFUSAL = message('E', 'SFATAL\0C08P01\0Munsupported startup parameter: options\0\0');
/** With which a pooler that takes settings opens its backends. */
const TAKEN = '-c+plan_cache_mode=force_custom_plan';
const TERMINATE = 'X'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);

/** From the messages of the server, however they are cut. */
function endOfTransaction() {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer): boolean => {
    rest = Buffer.concat([rest, chunk]);
    let isOver = false;
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const length = rest.readInt32BE(1) + 1;
      isOver = rest[0] === READY && rest[5] === IDLE;
      rest = rest.subarray(length);
    }
    return isOver;
  };
}

async function openBackend(address: string): Promise<Socket> {
  const socket = new Socket();
  await new Client({ connectionString: address, stream: () => socket }).connect();
  socket.removeAllListeners('data').removeAllListeners('error').removeAllListeners('close').removeAllListeners('end');
  return socket.on('error', () => {});
}

/** As hosts put before PostgreSQL: the backend last given back answers. */
export async function openPooler(database: string, options: PoolerOptions = {}): Promise<Pooler> {
  const { settings = 'refused', mode = 'transaction' } = options;
  const [free, all] = [[] as Socket[], new Set<Socket>()];

  const borrow = async (): Promise<Socket> => {
    const backend = free.pop() ?? (await openBackend(settings === 'taken' ? `${database}?options=${TAKEN}` : database));
    all.add(backend);
    return backend;
  };

  const serve = (client: Socket) => {
    let backend: Socket | null = null;
    let work = Promise.resolve();
    const giveBack = () => {
      if (backend) free.push(backend.removeAllListeners('data'));
      backend = null;
    };
    // Whoever leaves in the middle leaves nothing that another could be lent.
    client.on('close', () => backend?.destroy());
    const ask = async (chunk: Buffer) => {
      if (chunk[0] === TERMINATE) return;
      if (!backend) {
        backend = await borrow();
        const isOver = endOfTransaction();
        backend.on('data', (answer: Buffer) => {
          const over = isOver(answer);
          if (over && mode === 'transaction') giveBack();
          client.write(answer);
        });
      }
      backend.write(chunk);
    };
    client.once('data', (startup: Buffer) => {
      if (settings === 'refused' && startup.includes('\0options\0')) return client.end(REFUSAL);
      client.write(WELCOME);
      client.on('data', (chunk: Buffer) => {
        work = work.then(() => ask(chunk));
      });
    });
  };

  const server = createServer((client) => {
    all.add(client);
    client.on('error', () => {});
    serve(client);
  });
  const url = new URL(database);
  url.port = String(await listen(server));
  return {
    url: url.href,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of all) socket.destroy();
      await closed;
    },
  };
}
