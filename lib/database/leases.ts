import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './processes.mjs';

/** Each file names a process and its start: it outlives no kill -9. */
const folderOf = (home: string) => path.join(home, 'leases');

type Lease = ProcessIdentity & { siteUrl?: string };

const readLease = (file: string): Lease | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** Call under the folder's lock. */
export function takeLease(home: string, siteUrl?: string): string {
  mkdirSync(folderOf(home), { recursive: true });
  const file = path.join(folderOf(home), `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify({ ...ownIdentity(), siteUrl }));
  return file;
}

export const giveBackLease = (lease: string): void => rmSync(lease, { force: true });

/** Removes the leases of dead programs: call under the same lock. */
export function isInUse(home: string): boolean {
  if (!existsSync(folderOf(home))) return false;
  for (const name of readdirSync(folderOf(home))) {
    const file = path.join(folderOf(home), name);
    const holder = readLease(file);
    if (holder === null || !isRunning(holder)) rmSync(file, { force: true });
  }
  return readdirSync(folderOf(home)).length > 0;
}

export function servedAddress(home: string): string | null {
  const folder = folderOf(home);
  if (!existsSync(folder)) return null;
  const leases = readdirSync(folder).map((name) => readLease(path.join(folder, name)));
  return leases.find((lease) => lease?.siteUrl && isRunning(lease))?.siteUrl ?? null;
}
