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
/** Of a real page, or an empty one of its kind. */
export const AUDITED = ['accueil', 'annuaire', 'fiche', 'région', 'page vide de lecture', 'page vide vivante'] as const;
export type AuditedPage = (typeof AUDITED)[number];
/** In bytes, as they are sent. `later` are scripts and styles that the page does not name itself: those of its map. */
export type PageWeight = { page: AuditedPage } & Record<
  'html' | 'script' | 'style' | 'font' | 'later' | 'other',
  number
>;
export const allOf = ({ html, script, style, font, later, other }: PageWeight): number =>
  html + script + style + font + later + other;
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Scores of a hundred. */
export type Audit = { page: AuditedPage; lcpMs: number; cls: number } & Record<(typeof CATEGORIES)[number], number>;
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
  weights: PageWeight[];
  audits: Audit[];
  changes: ManyChanged[];
  edits: ReadThroughEdit[];
};

export const noResults = (): Results => ({
  rows: [],
  elsewhere: [],
  memory: new Map(),
  weights: [],
  audits: [],
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
