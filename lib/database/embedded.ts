import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { initializeCluster, readPassword, refuseOtherMajor, startServer, stopServer } from './cluster';
import { type ClusterLocation, locateCluster } from './cluster-location';
import { lockFile } from './file-lock.mjs';
import { fullDiskSentence } from './full-disk.mjs';
import { giveBackLease, isInUse, servedAddress, takeLease } from './leases';
import { isPidRunning } from './processes.mjs';
import { clearRemains, databaseAddress, findRunningServer, isServerAlive } from './running-server';
import { DatabaseStartError } from './start-error';

const DATABASE = 'fabriques';
const WATCH_EVERY_MS = 3_000;

type AcquireOptions = {
  name?: string;
  /** False only for tests that do not test durability. */
  isDurable?: boolean;
  say?: (sentence: string) => void;
  siteUrl?: string;
  /** Ends the wait for another program, not a server that is being started. */
  signal?: AbortSignal;
};

export type EmbeddedDatabase = {
  url: string;
  home: string;
  /** Null when no program serves the site that reads it. */
  servedAt: string | null;
  /** The last program to leave stops the server. */
  release: () => Promise<void>;
};

/** The one of last time when possible, so that addresses survive a restart of the server. */
async function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}

async function ensureDatabase(port: number, password: string) {
  const client = new Client({ connectionString: databaseAddress(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Call under its lock. */
async function ensureServer(location: ClusterLocation, isDurable: boolean) {
  refuseOtherMajor(location);
  await initializeCluster(location);
  const password = readPassword(location);
  const running = await findRunningServer(location, password);
  if (running) return { ...running, password };
  await clearRemains(location);
  const portFile = path.join(location.home, 'port');
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0);
  await startServer(location, port, isDurable);
  writeFileSync(portFile, String(port));
  const started = await findRunningServer(location, password);
  if (!started) throw new DatabaseStartError(`La base de données de ${location.home} a démarré mais ne répond pas.`);
  return { ...started, password };
}

/** One that died by itself, before or meanwhile, is stopped: who leaves has nothing to be told. */
async function endServer(location: ClusterLocation) {
  if (!isServerAlive(location)) return;
  try {
    await stopServer(location);
  } catch (error) {
    if (isServerAlive(location)) throw error;
  }
}

type Watched = {
  location: ClusterLocation;
  lock: string;
  pid: number;
  isDurable: boolean;
  say: (sentence: string) => void;
};

function watch({ location, lock, pid: firstPid, isDurable, say }: Watched): () => void {
  let pid = firstPid;
  let isFullSaid = false;
  let isBusy = false;
  let isOver = false;
  const revive = async () => {
    if (isBusy || isPidRunning(pid)) return;
    isBusy = true;
    try {
      const unlock = await lockFile(lock);
      try {
        if (!isOver) pid = (await ensureServer(location, isDurable)).pid;
      } finally {
        unlock();
      }
      isFullSaid = false;
    } catch (error) {
      // Tried again at the next look; until then the site answers 503.
      const sentence = fullDiskSentence(error);
      if (sentence && !isFullSaid) say(sentence);
      isFullSaid = sentence !== null;
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void revive(), WATCH_EVERY_MS);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** Shared by every program that asks; a server that a kill -9 left running is adopted. Throws DatabaseStartError. */
export async function acquireDatabase(projectRoot: string, options: AcquireOptions = {}): Promise<EmbeddedDatabase> {
  const { name = 'postgres', isDurable = true, say = () => {}, siteUrl, signal } = options;
  const location = await locateCluster(projectRoot, name);
  const { home } = location;
  if (location.isElsewhere) {
    say(
      `Le compte qui exécute PostgreSQL ne peut pas entrer dans ${projectRoot} : la base et ses programmes sont dans ${path.dirname(home)}.`,
    );
  }
  const lock = path.join(home, 'lock');
  const unlock = await lockFile(lock, () => say('Un autre programme prépare la base de données : attente…'), signal);
  try {
    const server = await ensureServer(location, isDurable);
    await ensureDatabase(server.port, server.password);
    const servedAt = servedAddress(home);
    const lease = takeLease(home, siteUrl);
    const stopWatching = watch({ location, lock, pid: server.pid, isDurable, say });
    let isReleased = false;
    const release = async () => {
      if (isReleased) return;
      isReleased = true;
      stopWatching();
      const unlockToLeave = await lockFile(lock);
      try {
        giveBackLease(lease);
        if (!isInUse(home)) await endServer(location);
      } finally {
        unlockToLeave();
      }
    };
    return { url: databaseAddress(server.port, server.password, DATABASE), home, servedAt, release };
  } finally {
    unlock();
  }
}
