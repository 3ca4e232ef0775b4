import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds in a tick of /proc: Linux has counted a hundred a second on every platform since long. */
const TICK_MS = 10;

type Times = { parent: number; ownMs: number; endedChildrenMs: number };

/** User and system time of a process, from /proc; null where there is none (elsewhere than on Linux, or ended). */
function readTimes(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, between brackets, may hold spaces: fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (...indexes: number[]) => indexes.reduce((sum, index) => sum + Number(fields[index]), 0) * TICK_MS;
    return { parent: Number(fields[1]), ownMs: ticks(11, 12), endedChildrenMs: ticks(13, 14) };
  } catch {
    return null;
  }
}

/** Milliseconds of processor that a process took so far, user and system; null where it cannot be told. */
export const cpuMsOf = (pid: number): number | null => readTimes(pid)?.ownMs ?? null;

/** The same for a process and all its children, those that ended included: a PostgreSQL server is a family. */
export function familyCpuMsOf(pid: number): number | null {
  const before = readTimes(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readTimes(Number(name)))
    .filter((times) => times?.parent === pid);
  const head = readTimes(pid);
  if (!before || !head) return null;
  // A child that ended meanwhile would be counted twice, or not at all.
  if (head.endedChildrenMs !== before.endedChildrenMs) return familyCpuMsOf(pid);
  return children.reduce((sum, child) => sum + (child?.ownMs ?? 0), head.ownMs + head.endedChildrenMs);
}

const MEMORY = { now: /^VmRSS:\s+(\d+) kB/m, highest: /^VmHWM:\s+(\d+) kB/m };

/** Megabytes of memory that a process holds now, and the most it ever held; null elsewhere than on Linux. */
export function memoryOf(pid: number): { now: number; highest: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (pattern: RegExp) => Math.round(Number(pattern.exec(status)?.[1]) / 1024);
    return { now: megabytes(MEMORY.now), highest: megabytes(MEMORY.highest) };
  } catch {
    return null;
  }
}

/** The process that all backends of a PostgreSQL server come from, when it runs on this machine. */
export function postmasterOf(backend: number): number | null {
  try {
    const name = readFileSync(`/proc/${backend}/comm`, 'utf8').trim();
    return name === 'postgres' ? (readTimes(backend)?.parent ?? null) : null;
  } catch {
    return null;
  }
}
