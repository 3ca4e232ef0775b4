import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './processes.mjs';

/** One file for each program that uses the cluster. It names the process and its start, so it outlives no kill -9. */
const folderOf = (home: string) => path.join(home, 'leases');

const readLease = (file: string): ProcessIdentity | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** Declares that this process uses the cluster; call under the cluster's lock. Returns the file that says so. */
export function takeLease(home: string): string {
  mkdirSync(folderOf(home), { recursive: true });
  const file = path.join(folderOf(home), `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify(ownIdentity()));
  return file;
}

/** Gives a lease back and says whether another program still uses the cluster; call under the cluster's lock. */
export function giveBackLease(home: string, lease: string): { othersRemain: boolean } {
  rmSync(lease, { force: true });
  const leases = readdirSync(folderOf(home)).map((name) => path.join(folderOf(home), name));
  for (const file of leases) {
    const holder = readLease(file);
    if (holder === null || !isRunning(holder)) rmSync(file, { force: true });
  }
  return { othersRemain: readdirSync(folderOf(home)).length > 0 };
}
