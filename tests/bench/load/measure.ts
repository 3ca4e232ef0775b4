import { createHistogram, type Histogram } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { type CpuTimes, readCpu, type Spender } from './processes';

export const CONNECTIONS = [1, 32] as const;
export type Connections = (typeof CONNECTIONS)[number];
export type Temperature = 'warm' | 'cold';

/** Times in milliseconds; null where the system does not tell the processor's time. */
export type Measure = {
  answers: number;
  failures: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Mean of an answer with its headers (a saved page: without them), as it was sent. */
  bytes: number;
  cpuMs: number | null;
  postgresCpuMs: number | null;
};

export type Target = Spender & {
  url: string;
  /** Sent with each request. */
  headers: Readonly<Record<string, string>>;
  ensureAlive: () => void;
};

/** Once each, but for the one of a warm job; null when there is none left. */
export type Addresses = {
  next: () => string | null;
  /** Null for as many as time allows. */
  limit: number | null;
};
export type Load = Addresses & { connections: Connections; seconds: number };

/** Pages are asked for as by a browser, data as by a program that reads it raw. */
export const AS_BROWSERS = { 'accept-encoding': 'gzip, deflate, br, zstd' };

const TIMEOUT_SECONDS = 30;
const LEAST_ANSWERS = 96;

/** The histogram keeps whole numbers. */
export const record = (times: { record: (value: number) => void }, milliseconds: number) =>
  times.record(Math.max(1, Math.round(milliseconds * 1000)));

const perAnswer = (before: number | null, after: number | null, answers: number) =>
  before === null || after === null || answers === 0 ? null : (after - before) / answers;

type Counted = { times: Histogram; failures: number; bytes: number; seconds: number };

export function summarize({ times, failures, bytes, seconds }: Counted, before: CpuTimes, after: CpuTimes): Measure {
  const answers = times.count;
  const quantile = (percentile: number) => (answers === 0 ? Number.NaN : times.percentile(percentile) / 1000);
  return {
    answers,
    failures,
    requestsPerSecond: answers / seconds,
    p50: quantile(50),
    p99: quantile(99),
    bytes: Math.round(bytes / answers),
    cpuMs: perAnswer(before.cpuMs, after.cpuMs, answers),
    postgresCpuMs: perAnswer(before.postgresCpuMs, after.postgresCpuMs, answers),
  };
}

export async function measure(target: Target, load: Load): Promise<Measure> {
  const { next, connections, seconds, limit } = load;
  // Autocannon's own histogram counts whole milliseconds: a kept answer takes less than one.
  const times = createHistogram();
  const setupRequest = <Request extends { path: string }>(request: Request): Request => {
    const path = next();
    if (path === null) throw new RangeError('No address is left: measure for a shorter time');
    return Object.assign(request, { path });
  };
  const extent = limit === null ? { duration: seconds } : { amount: limit };
  const before = readCpu(target);
  const run = autocannon({
    url: target.url,
    headers: target.headers,
    connections,
    timeout: TIMEOUT_SECONDS,
    ...extent,
    requests: [{ setupRequest }],
  });
  run.on('response', (_client, _status, _bytes, milliseconds: number) => record(times, milliseconds));
  const { errors, non2xx, throughput, start, finish } = await run;
  target.ensureAlive();
  // Slow answers are waited for: fewer would share out what the server does beside them, a collection of memory say.
  const fewest = Math.max(LEAST_ANSWERS, connections * 2);
  if (limit === null && times.count < fewest) return measure(target, { ...load, limit: fewest });
  const counted = { times, failures: errors + non2xx, bytes: throughput.total, seconds: (+finish - +start) / 1000 };
  return summarize(counted, before, readCpu(target));
}
