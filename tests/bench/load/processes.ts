import { readdirSync, readFileSync } from 'node:fs';

/** Linux has counted a hundred a second on every platform since long. */
const TICK_MS = 10;

function readTimes(pid: number) {
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

/** With all its children, those that ended included: a PostgreSQL server is a family. */
function familyMs(pid: number): number | null {
  const before = readTimes(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readTimes(Number(name)))
    .filter((times) => times?.parent === pid);
  const head = readTimes(pid);
  if (!before || !head) return null;
  // A child that ended meanwhile would be counted twice, or not at all.
  if (head.endedChildrenMs !== before.endedChildrenMs) return familyMs(pid);
  return children.reduce((sum, child) => sum + (child?.ownMs ?? 0), head.ownMs + head.endedChildrenMs);
}

/** `postmaster` is null when PostgreSQL runs elsewhere. */
export type Spender = { pid: number; postmaster: number | null };
/** Milliseconds taken so far, user and system; null where the system does not tell. */
export type CpuTimes = { cpuMs: number | null; postgresCpuMs: number | null };

export const readCpu = ({ pid, postmaster }: Spender): CpuTimes => ({
  cpuMs: readTimes(pid)?.ownMs ?? null,
  postgresCpuMs: postmaster === null ? null : familyMs(postmaster),
});

/** Megabytes; null elsewhere than on Linux. */
export function highestMemory(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

export function postmasterOf(backend: number): number | null {
  try {
    const name = readFileSync(`/proc/${backend}/comm`, 'utf8').trim();
    return name === 'postgres' ? (readTimes(backend)?.parent ?? null) : null;
  } catch {
    return null;
  }
}
