// Built-ins only: the installer reads this before anything is installed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../database/processes.mjs';

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

const readLease = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

export function runningSite(root) {
  const builds = path.join(root, '.next', 'builds');
  return namesIn(builds)
    .map((build) => path.join(builds, build, 'leases'))
    .flatMap((leases) => namesIn(leases).map((name) => readLease(path.join(leases, name))))
    .find((holder) => holder !== null && isRunning(holder))?.pid;
}
