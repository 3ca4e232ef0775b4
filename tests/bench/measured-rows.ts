import type { Measure } from './load/measure';
import type { Row } from './results';

const measure = (change: Partial<Measure>): Measure => ({
  answers: 100,
  failures: 0,
  requestsPerSecond: 1_000,
  p50: 1,
  p99: 2,
  bytes: 5_000,
  cpuMs: 1,
  postgresCpuMs: 0,
  ...change,
});
export const row = (change: Partial<Omit<Row, 'measure'>>, measured: Partial<Measure> = {}): Row => ({
  size: 382,
  job: 'liste',
  answerer: 'site',
  temperature: 'warm',
  connections: 1,
  ...change,
  measure: measure(measured),
});
export const emptyRoute = row({ job: null, answerer: 'empty route' });
