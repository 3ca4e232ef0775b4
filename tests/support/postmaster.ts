import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './templates';

/** Makes of a folder a project that has nothing but its packages, which any account may enter. */
export function dressProject(folder: string): void {
  chmodSync(folder, 0o755);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
}

/** Throws ENOENT when no server was started from that folder of an embedded database. */
export const postmasterOf = (home: string): number =>
  Number(readFileSync(path.join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** SIGKILL reaches every process of the server, so that none survives to write; another signal, the first one alone. */
export function killServer(home: string, signal: NodeJS.Signals = 'SIGKILL'): number {
  const pid = postmasterOf(home);
  const sessions = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
  for (const victim of signal === 'SIGKILL' ? [pid, ...sessions] : [pid]) {
    try {
      process.kill(victim, signal);
    } catch {
      // It had already left.
    }
  }
  return pid;
}
