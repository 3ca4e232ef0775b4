import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER } from './cluster';
import type { ClusterLocation } from './cluster-location';
import { isPidRunning } from './processes.mjs';

const ANSWER_WITHIN_MS = 60_000;
const LEAVE_WITHIN_MS = 5_000;
const PAUSE_MS = 100;

/** The password is of letters, digits, - and _ only. */
export const databaseAddress = (port: number, password: string, database: string) =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

function readPostmaster({ cluster }: ClusterLocation): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

const currentFolder = (pid: string | number) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
};

/** Every process of PostgreSQL works inside its data folder; elsewhere than on Linux only the postmaster's file tells. */
function processesOf({ cluster }: ClusterLocation): number[] {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && currentFolder(name) === folder && isPidRunning(Number(name)))
    .map(Number);
}

async function answers(location: ClusterLocation, pid: number, port: number, password: string): Promise<boolean> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while (Date.now() < deadline && isPidRunning(pid)) {
    const client = new Client({
      connectionString: databaseAddress(port, password, 'postgres'),
      connectionTimeoutMillis: 3_000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
      return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(location.cluster);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      // 57P03: starting up; refused: not listening yet.
      if (code !== '57P03' && code !== 'ECONNREFUSED') return false;
      await sleep(PAUSE_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

function livingPostmaster(location: ClusterLocation): { pid: number; port: number } | null {
  const postmaster = readPostmaster(location);
  if (!postmaster || !(postmaster.port > 0) || !isPidRunning(postmaster.pid)) return null;
  if (process.platform === 'linux' && !processesOf(location).includes(postmaster.pid)) return null;
  return postmaster;
}

export const isServerAlive = (location: ClusterLocation): boolean => livingPostmaster(location) !== null;

export async function findRunningServer(
  location: ClusterLocation,
  password: string,
): Promise<{ pid: number; port: number } | null> {
  const postmaster = livingPostmaster(location);
  if (!postmaster) return null;
  return (await answers(location, postmaster.pid, postmaster.port, password)) ? postmaster : null;
}

/** A zombie, or a process that got the same number, would keep the file of a dead server valid for PostgreSQL. */
export async function clearRemains(location: ClusterLocation): Promise<void> {
  const deadline = Date.now() + LEAVE_WITHIN_MS;
  while (processesOf(location).length > 0 && Date.now() < deadline) await sleep(PAUSE_MS);
  for (const pid of processesOf(location)) process.kill(pid, 'SIGKILL');
  while (processesOf(location).length > 0) await sleep(PAUSE_MS);
  const postmaster = readPostmaster(location);
  if (postmaster && (process.platform === 'linux' || !isPidRunning(postmaster.pid))) {
    rmSync(path.join(location.cluster, 'postmaster.pid'), { force: true });
  }
}
