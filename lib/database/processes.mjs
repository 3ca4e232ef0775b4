// Built-ins only: the installer reads this before anything is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** In words that no other process of this machine shares; null when there is none, '' when unknown. */
function beginningOf(pid) {
  // To the system, 0 and below mean groups of processes.
  if (!(pid > 0)) return null;
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    // The name, between brackets, may hold spaces; a zombie runs no more.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields)
      return 'ZX'.includes(fields[0]) ? null : `${read('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[19]}`;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  if (process.platform === 'linux' || process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

/** Told apart from a later process that gets the same number. */
export const ownIdentity = () => ({ pid: process.pid, began: beginningOf(process.pid) ?? '' });

export function isRunning({ pid, began }) {
  const now = beginningOf(pid);
  return now !== null && (now === '' || began === '' || now === began);
}

export const isPidRunning = (pid) => beginningOf(pid) !== null;
