import autocannon from 'autocannon';
import { cpuMsOf, familyCpuMsOf } from './processes';

export const CONNECTIONS = [1, 32] as const;
export type Connections = (typeof CONNECTIONS)[number];
export type Temperature = 'warm' | 'cold';

/** One job, measured. Times in milliseconds; null where the system does not tell the processor's time. */
export type Measure = {
  answers: number;
  /** Answers that were not 200, or did not come. */
  failures: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Mean size of an answer with its headers (a saved page: without them), uncompressed. */
  bytes: number;
  /** Processor time of the server for one answer, and of PostgreSQL. */
  cpuMs: number | null;
  postgresCpuMs: number | null;
};

export type Target = {
  url: string;
  pid: number;
  /** Throws when the server is there no more. */
  ensureAlive: () => void;
  /** Null when PostgreSQL runs elsewhere. */
  postmaster: number | null;
};

export type Load = {
  /** The next address to ask for; null when there is none left. */
  next: () => string | null;
  connections: Connections;
  seconds: number;
  /** Most answers to ask for; null for as many as time allows. */
  limit: number | null;
};

const TIMEOUT_SECONDS = 30;
const LEAST_ANSWERS = 96;

/** The value below which this share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const perAnswer = (before: number | null, after: number | null, answers: number) =>
  before === null || after === null || answers === 0 ? null : (after - before) / answers;

type Answers = { durations: number[]; bytes: number; failures: number; seconds: number };

/** Autocannon rounds to whole milliseconds; a kept answer takes less than one, so each is recorded here. */
function fire(url: string, { next, connections, seconds, limit }: Load): Promise<Answers> {
  const durations: number[] = [];
  let bytes = 0;
  let lastAnswer = Number.NaN;
  const began = performance.now();
  const setupRequest = <Request extends { path: string }>(request: Request): Request => {
    const path = next();
    if (path === null) throw new RangeError('No address is left: measure for a shorter time');
    return Object.assign(request, { path });
  };
  return new Promise((resolve, reject) => {
    const extent = limit === null ? { duration: seconds } : { amount: limit };
    const options = { url, connections, timeout: TIMEOUT_SECONDS, ...extent, requests: [{ setupRequest }] };
    const run = autocannon(options, (error, result) => {
      if (error) {
        reject(error);
        return;
      }
      const failures = result.errors + result.timeouts + result.non2xx;
      resolve({
        durations: durations.toSorted((a, b) => a - b),
        bytes,
        failures,
        seconds: (lastAnswer - began) / 1000,
      });
    });
    run.on('response', (_client: unknown, _status: number, size: number, duration: number) => {
      durations.push(duration);
      bytes += size;
      lastAnswer = performance.now();
    });
  });
}

/** Asks one server for the addresses and counts what it, and PostgreSQL, spent on them. */
export async function measure(target: Target, load: Load): Promise<Measure> {
  const { url, pid, postmaster } = target;
  const readPostgres = () => (postmaster === null ? null : familyCpuMsOf(postmaster));
  const [before, postgresBefore] = [cpuMsOf(pid), readPostgres()];
  const { durations, bytes, failures, seconds } = await fire(url, load);
  target.ensureAlive();
  const answers = durations.length;
  // Answers under way when the time is over are not counted: slow ones are waited for, a fixed number of them. Fewer would
  // share out what the server does beside them, a collection of its memory say, as if each had needed it.
  const fewest = Math.max(LEAST_ANSWERS, load.connections * 2);
  if (load.limit === null && answers < fewest) return measure(target, { ...load, limit: fewest });
  return {
    answers,
    failures,
    requestsPerSecond: answers / seconds,
    p50: quantile(durations, 0.5),
    p99: quantile(durations, 0.99),
    bytes: Math.round(bytes / answers),
    cpuMs: perAnswer(before, cpuMsOf(pid), answers),
    postgresCpuMs: perAnswer(postgresBefore, readPostgres(), answers),
  };
}
