import { step } from '../../lib/cli/step.mjs';
import {
  type AddressBook,
  COLD_RUNS,
  type ColdJob,
  type ColdRun,
  isAskedCold,
  isJson,
  isPage,
  type JobName,
} from './load/jobs';
import {
  type Addresses,
  AS_BROWSERS,
  CONNECTIONS,
  type Connections,
  type Measure,
  measure,
  type Target,
} from './load/measure';
import type { BenchOptions } from './options';
import type { Row } from './results';
import { EMPTY_PAGE_OF_NEXT, EMPTY_ROUTE } from './scratch';

export type Asked = {
  size: number;
  site: Target;
  addresses: AddressBook;
  forget: () => Promise<void>;
};

export const WARM_UP_SECONDS = 2;
const MOST_WARM_UPS = 5;
/** Less than this is no gain, but the noise of a measure. */
const LEAST_GAIN = 0.05;

type Draw = (run: ColdRun) => Promise<Addresses>;

/** Cold are the addresses, not the code: asks until the compiler makes the server no faster, then measures. */
async function measureReady(target: Target, seconds: number, draw: Draw): Promise<[Connections, Measure][]> {
  let least = Number.POSITIVE_INFINITY;
  let vain = 0;
  for (let times = 0; times < MOST_WARM_UPS && vain < 2; times += 1) {
    const load = { ...(await draw('warm-up')), connections: 32, seconds: WARM_UP_SECONDS } as const;
    const { cpuMs } = await measure(target, load);
    vain = cpuMs !== null && cpuMs < least * (1 - LEAST_GAIN) ? 0 : vain + 1;
    least = Math.min(least, cpuMs ?? least);
  }
  const measures: [Connections, Measure][] = [];
  for (const connections of CONNECTIONS) {
    const load = await draw(connections === 1 ? 'one connection' : 'many connections');
    measures.push([connections, await measure(target, { ...load, connections, seconds })]);
  }
  return measures;
}

const measureWarm = (target: Target, address: string, seconds: number) =>
  measureReady(target, seconds, async () => ({ next: () => address, limit: null }));

const measureCold = (target: Target, job: ColdJob, { addresses, forget }: Asked, seconds: number) =>
  measureReady(target, seconds, async (run) => {
    // A small directory has few records: the same ones are asked again, of a site that forgot them.
    await forget();
    return addresses.cold(job, run);
  });

const toRows = (row: Omit<Row, 'connections' | 'measure'>, measures: [Connections, Measure][]): Row[] =>
  measures.map(([connections, one]) => ({ ...row, connections, measure: one }));

const toReaders = (target: Target): Target => ({ ...target, headers: AS_BROWSERS });
const askedFor = (target: Target, job: JobName) => (isPage(job) ? toReaders(target) : target);

const words = (size: number) => `${size.toLocaleString('fr-FR')} structures`;

/** The empty answers last, when the server's code is as fast as it will be. */
export async function runJobs(asked: Asked, bare: Target, { jobs, seconds }: BenchOptions): Promise<Row[]> {
  const { size, site, addresses } = asked;
  const rows: Row[] = [];
  for (const job of jobs) {
    const targets = [
      ['site', askedFor(site, job)],
      ['bare', askedFor(bare, job)],
    ] as const;
    await step(`${job} sur ${words(size)}`, async () => {
      for (const [answerer, target] of targets) {
        // Warm first: there is no end of one address to make the code ready with.
        const warm = await measureWarm(target, addresses.warm(job), seconds);
        rows.push(...toRows({ size, job, answerer, temperature: 'warm' }, warm));
        // Of a page the bare server has but the bytes that the site sent.
        if (!isAskedCold(job) || (isPage(job) && answerer === 'bare')) continue;
        const cold = await measureCold(target, job, asked, seconds);
        rows.push(...toRows({ size, job, answerer, temperature: 'cold' }, cold));
      }
    });
  }
  for (const [answerer, target, address] of [
    ['empty route', site, EMPTY_ROUTE],
    ['empty page', toReaders(site), EMPTY_PAGE_OF_NEXT],
  ] as const) {
    const measures = await measureWarm(target, address, seconds);
    rows.push(...toRows({ size, job: null, answerer, temperature: 'warm' }, measures));
  }
  return rows;
}

export async function runColdJobs(asked: Asked, { jobs, seconds }: BenchOptions): Promise<Row[]> {
  const { size, site } = asked;
  const rows: Row[] = [];
  for (const job of jobs.filter(isAskedCold)) {
    const cold = await step(`${job}, froid, sur ${words(size)}`, () =>
      measureCold(askedFor(site, job), job, asked, seconds),
    );
    rows.push(...toRows({ size, job, answerer: 'site', temperature: 'cold' }, cold));
  }
  return rows;
}

/** A cluster lies at the mean of its members, to a metre: added in another order, their degrees may round to the next one. */
const LAST_DIGIT = 1.1e-5;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= LAST_DIGIT;
  if (!isObject(one) || !isObject(other)) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => key in other && isSameData(one[key], other[key]));
}

async function ask({ url }: Target, address: string): Promise<unknown> {
  const answer = await fetch(url + address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return JSON.parse((await answer.text()).replaceAll(url, ''));
}

/** A bare server that answered something else would be no measure. */
export async function compareAnswers({ site, addresses }: Asked, bare: Target, jobs: JobName[]): Promise<void> {
  for (const job of jobs.filter(isAskedCold).filter(isJson)) {
    const { next } = addresses.cold(job, COLD_RUNS[0]);
    const drawn = Array.from({ length: 12 }, next).filter((address) => address !== null);
    for (const address of [addresses.warm(job), ...drawn]) {
      if (!isSameData(await ask(site, address), await ask(bare, address)))
        throw new Error(`Site and bare server disagree on ${address}`);
    }
  }
}
