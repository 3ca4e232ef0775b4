import type { JobName, Work } from './load/jobs';
import type { Connections, Measure, Temperature } from './load/measure';

/** `prepared write` is PostgreSQL, to statements by hand. */
export const ANSWERER_NAMES = {
  site: 'site',
  bare: 'serveur nu',
  'empty route': 'route vide',
  'empty page': 'page vide',
  'prepared write': 'écriture préparée',
} as const;
export type Answerer = keyof typeof ANSWERER_NAMES;
export const TEMPERATURE_NAMES: Record<Temperature, string> = { warm: 'tiède', cold: 'froid' };

export type Row = {
  size: number;
  job: Work | null;
  answerer: Answerer;
  /** Null for a write, which no memory answers. */
  temperature: Temperature | null;
  connections: Connections;
  measure: Measure;
};

export type Elsewhere = { server: string; rows: Row[] };
/** Compressed, in bytes; `map` is null without a browser to tell. */
export type PageWeight = { beforeMap: number; map: number | null };
export type LighthouseScore = { page: string; category: string; median: number };
export type ManyChanged = { size: number; seconds: number };

/** Times in milliseconds; `warmAgainMs` counts from the answer to the save, and is infinite when a page never came again. */
export type ReadThroughEdit = Record<
  'size' | 'pages' | 'answers' | 'failures' | 'p50' | 'p99' | 'slowest' | 'savedMs' | 'warmAgainMs',
  number
>;

export type Results = {
  rows: Row[];
  elsewhere: Elsewhere[];
  /** Megabytes, by number of structures. */
  memory: Map<number, number>;
  weight: PageWeight | null;
  scores: LighthouseScore[];
  changes: ManyChanged[];
  edits: ReadThroughEdit[];
};

export const noResults = (): Results => ({
  rows: [],
  elsewhere: [],
  memory: new Map(),
  weight: null,
  scores: [],
  changes: [],
  edits: [],
});

const KEYS = ['size', 'job', 'answerer', 'temperature', 'connections'] as const;

export function beside(rows: readonly Row[], row: Row, change: Partial<Row> = {}): Measure | undefined {
  const wanted = { ...row, ...change };
  return rows.find((other) => KEYS.every((key) => other[key] === wanted[key]))?.measure;
}

export const answered = (rows: readonly Row[], temperature: Temperature, ...jobs: JobName[]): Row[] =>
  rows.filter(
    ({ job, ...row }) =>
      row.answerer === 'site' &&
      row.temperature === temperature &&
      job !== null &&
      (jobs.length === 0 || jobs.some((one) => one === job)),
  );
