import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './processes.mjs';

/** One file for each program that uses a cluster or a build. It names the process and its start, so it outlives no kill -9. */
const folderOf = (home: string) => path.join(home, 'leases');

/** Who holds it, and at which address it serves what is in the folder, when it does. */
type Lease = ProcessIdentity & { siteUrl?: string };

const readLease = (file: string): Lease | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** Declares that this process uses the folder; call under the folder's lock. Returns the file that says so. */
export function takeLease(home: string, siteUrl?: string): string {
  mkdirSync(folderOf(home), { recursive: true });
  const file = path.join(folderOf(home), `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify({ ...ownIdentity(), siteUrl }));
  return file;
}

export const giveBackLease = (lease: string): void => rmSync(lease, { force: true });

/** Whether a living program holds a lease on that folder; those of dead ones are removed. Call under the same lock. */
export function isInUse(home: string): boolean {
  if (!existsSync(folderOf(home))) return false;
  for (const name of readdirSync(folderOf(home))) {
    const file = path.join(folderOf(home), name);
    const holder = readLease(file);
    if (holder === null || !isRunning(holder)) rmSync(file, { force: true });
  }
  return readdirSync(folderOf(home)).length > 0;
}

/** Where a living program serves what is in that folder; null when none does. */
export function servedAddress(home: string): string | null {
  const folder = folderOf(home);
  if (!existsSync(folder)) return null;
  const leases = readdirSync(folder).map((name) => readLease(path.join(folder, name)));
  return leases.find((lease) => lease?.siteUrl && isRunning(lease))?.siteUrl ?? null;
}
