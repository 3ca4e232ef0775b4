import { step } from '../step.mjs';
import { type AddressBook, type ColdRun, isJson, type JobName, type Work } from './load/jobs';
import { CONNECTIONS, type Connections, type Measure, measure, type Target, type Temperature } from './load/measure';
import type { BenchOptions } from './options';
import { isSameData } from './same-data';
import { EMPTY_PAGE, EMPTY_ROUTE } from './scratch-site';

/** Who answered: the site, the bare server, the site's empty route and page, or PostgreSQL to statements by hand. */
export type Answerer = 'site' | 'bare' | 'empty route' | 'empty page' | 'prepared write';

export const ANSWERER_NAMES: Record<Answerer, string> = {
  site: 'site',
  bare: 'serveur nu',
  'empty route': 'route vide',
  'empty page': 'page vide',
  'prepared write': 'écriture préparée',
};
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

type Servers = { size: number; site: Target; bare: Target; addresses: AddressBook };

/** Cold are the addresses, not the code: the compiler needs this long to make it as fast as it will be. */
export const WARM_UP_SECONDS = 2;
const runOf = (connections: Connections): ColdRun => (connections === 1 ? 'one connection' : 'many connections');

/** One address, repeated; the servers' code is made ready first, by many connections and then as it will be asked. */
async function measureWarm(target: Target, address: string, seconds: number) {
  const next = () => address;
  await measure(target, { next, connections: 32, seconds: WARM_UP_SECONDS, limit: null });
  const measures: [Connections, Measure][] = [];
  for (const connections of CONNECTIONS) {
    measures.push([connections, await measure(target, { next, connections, seconds, limit: null })]);
  }
  return measures;
}

async function measureCold(target: Target, job: JobName, addresses: AddressBook, seconds: number) {
  const run = (name: ColdRun, connections: Connections, duration: number) =>
    measure(target, { ...addresses.cold(job, name), connections, seconds: duration });
  await run('warm-up', 32, WARM_UP_SECONDS);
  const measures: [Connections, Measure][] = [];
  for (const connections of CONNECTIONS)
    measures.push([connections, await run(runOf(connections), connections, seconds)]);
  return measures;
}

/**
 * Measures everything on one size: each job on the site and, for data, on the bare server; the empty answers last, when
 * the server's code is as fast as it will be.
 */
export async function runJobs(servers: Servers, { jobs, seconds }: BenchOptions): Promise<Row[]> {
  const { size, site, bare, addresses } = servers;
  const rows: Row[] = [];
  const add = (row: Omit<Row, 'size' | 'connections' | 'measure'>, measures: [Connections, Measure][]) => {
    for (const [connections, one] of measures) rows.push({ size, ...row, connections, measure: one });
  };
  for (const job of jobs) {
    await step(`${job} sur ${size.toLocaleString('fr-FR')} structures`, async () => {
      const targets: [Answerer, Target][] = [
        ['site', site],
        ...(isJson(job) ? [['bare', bare] as [Answerer, Target]] : []),
      ];
      for (const [answerer, target] of targets) {
        add({ job, answerer, temperature: 'cold' }, await measureCold(target, job, addresses, seconds));
        add({ job, answerer, temperature: 'warm' }, await measureWarm(target, addresses.warm(job), seconds));
      }
    });
  }
  const empties: [Answerer, string][] = [
    ['empty route', EMPTY_ROUTE],
    ['empty page', EMPTY_PAGE],
  ];
  for (const [answerer, address] of empties) {
    add({ job: null, answerer, temperature: 'warm' }, await measureWarm(site, address, seconds));
  }
  return rows;
}

async function ask({ url }: Target, address: string): Promise<unknown> {
  const answer = await fetch(url + address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return JSON.parse((await answer.text()).replaceAll(url, ''));
}

/** A bare server that answered something else would be no measure: a few addresses of each job must give the same data. */
export async function compareAnswers({ site, bare, addresses }: Servers, jobs: readonly JobName[]): Promise<void> {
  for (const job of jobs.filter(isJson)) {
    const { next } = addresses.cold(job, 'warm-up');
    const drawn = Array.from({ length: 12 }, next).filter((address) => address !== null);
    for (const address of [addresses.warm(job), ...drawn]) {
      const [ofSite, ofBare] = [await ask(site, address), await ask(bare, address)];
      if (!isSameData(ofSite, ofBare)) throw new Error(`Site and bare server disagree on ${address}`);
    }
  }
}
