import { step } from '../../lib/cli/step.mjs';
import { type AddressBook, type ColdAddresses, type ColdRun, isJson, type JobName, type Work } from './load/jobs';
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

/** What is asked of a site, and how it is made to forget what it answered. */
type Asked = {
  size: number;
  site: Target;
  addresses: AddressBook;
  /** Empties the memory of the site, as a change of the directory does. */
  forget: () => Promise<void>;
};
type Servers = Asked & { bare: Target };

export const WARM_UP_SECONDS = 2;
const MOST_WARM_UPS = 5;
/** Less than this is no gain, but the noise of a measure. */
const LEAST_GAIN = 0.05;
const runOf = (connections: Connections): ColdRun => (connections === 1 ? 'one connection' : 'many connections');

/** Cold are the addresses, not the code: asks until the compiler makes the server no faster. */
async function warmUp(target: Target, draw: () => Promise<ColdAddresses>) {
  let least = Number.POSITIVE_INFINITY;
  let vain = 0;
  for (let times = 0; times < MOST_WARM_UPS && vain < 2; times += 1) {
    const { cpuMs } = await measure(target, { ...(await draw()), connections: 32, seconds: WARM_UP_SECONDS });
    const isGain = cpuMs !== null && cpuMs < least * (1 - LEAST_GAIN);
    vain = isGain ? 0 : vain + 1;
    least = Math.min(least, cpuMs ?? least);
  }
}

/** One address, repeated. */
async function measureWarm(target: Target, address: string, seconds: number) {
  const load = { next: () => address, limit: null };
  await warmUp(target, async () => load);
  const measures: [Connections, Measure][] = [];
  for (const connections of CONNECTIONS)
    measures.push([connections, await measure(target, { ...load, connections, seconds })]);
  return measures;
}

async function measureCold(target: Target, job: JobName, { addresses, forget }: Asked, seconds: number) {
  // A small directory has few records: the same ones are asked again, of a site that forgot them.
  const draw = async (run: ColdRun) => {
    await forget();
    return addresses.cold(job, run);
  };
  await warmUp(target, () => draw('warm-up'));
  const measures: [Connections, Measure][] = [];
  for (const connections of CONNECTIONS) {
    const load = { ...(await draw(runOf(connections))), connections, seconds };
    measures.push([connections, await measure(target, load)]);
  }
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
        // First: there is no end of one address to make the code ready with.
        add({ job, answerer, temperature: 'warm' }, await measureWarm(target, addresses.warm(job), seconds));
        add({ job, answerer, temperature: 'cold' }, await measureCold(target, job, servers, seconds));
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

/** Measures on the site alone what it answers for the first time. */
export async function runColdJobs(asked: Asked, { jobs, seconds }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const job of jobs) {
    await step(`${job}, froid, sur ${asked.size.toLocaleString('fr-FR')} structures`, async () => {
      for (const [connections, one] of await measureCold(asked.site, job, asked, seconds)) {
        rows.push({ size: asked.size, job, answerer: 'site', temperature: 'cold', connections, measure: one });
      }
    });
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
