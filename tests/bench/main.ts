import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { chromium } from 'playwright';
import { acquireDatabase } from '@/lib/database/embedded';
import { findBrowser, LAUNCH_ARGUMENTS } from '@/tests/support/browser';
import { freePort } from '../../lib/cli/port';
import { withClient } from '../../lib/cli/scratch';
import { say, step } from '../../lib/cli/step.mjs';
import { type Elsewhere, elsewhereGoals } from './elsewhere';
import { judge, LARGEST_OF_ORDINARY_USE, type LighthouseScore, type PageWeight } from './goals';
import { auditPages } from './lighthouse';
import { addressBook, SAVING } from './load/jobs';
import { memoryOf, postmasterOf } from './load/processes';
import { readVocabulary, type Vocabulary } from './load/vocabulary';
import { type BenchOptions, OptionError, readOptions } from './options';
import { weighDirectory } from './page-weight';
import { type PlainServer, plainServers, startPlainServer } from './plain-servers';
import { startBareServer, startSite } from './programs';
import { writeReport } from './report';
import { compareAnswers, type Row, runColdJobs, runJobs } from './run';
import { runSaves } from './saving/measure-saves';
import { provideDirectory, withCopy } from './scratch-databases';
import { makeScratchSite } from './scratch-site';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** The server of DATABASE_URL, where databases of its own are made, else the embedded one with data of its own. */
async function acquireServer(): Promise<{ url: string; release: () => Promise<void> }> {
  const { DATABASE_URL: given } = process.env;
  return given
    ? { url: given, release: async () => {} }
    : acquireDatabase(ROOT, { name: 'bench', isDurable: false, say });
}

type Results = {
  rows: Row[];
  elsewhere: Elsewhere[];
  memory: Map<number, number>;
  weight: PageWeight | null;
  scores: LighthouseScore[];
};

/** What a reader's browser sees, asked once: it does not depend on the number of structures. */
async function measureBrowser(url: string, { firstSlug }: Vocabulary, { lighthouse }: BenchOptions, results: Results) {
  const executablePath = findBrowser();
  if (executablePath === null) say('Aucun navigateur : la carte n’est pas pesée, Lighthouse n’est pas lancé.');
  const port = await freePort();
  const browser =
    executablePath === null
      ? null
      : await chromium.launch({ executablePath, args: [...LAUNCH_ARGUMENTS, `--remote-debugging-port=${port}`] });
  try {
    results.weight = await step('Poids de l’annuaire', () => weighDirectory(url, browser));
    if (!lighthouse || browser === null) return;
    const pages = [
      { name: 'accueil', address: '/' },
      { name: 'annuaire', address: '/fabriques' },
      { name: 'fiche', address: `/fabriques/${firstSlug}` },
      { name: 'région', address: '/regions/hauts-de-france' },
    ];
    results.scores = await step('Lighthouse', () => auditPages(url, pages, port));
  } finally {
    await browser?.close();
  }
}

async function findPostmaster(client: ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return postmasterOf(rows[0]?.pid ?? 0);
}

/** A site on that database, and what is asked of it. */
async function openSite(folder: string, database: string, size: number) {
  const { vocabulary, postmaster } = await withClient(database, async (client) => ({
    vocabulary: await readVocabulary(client, size),
    postmaster: await findPostmaster(client),
  }));
  const site = await step('Construction et mise en route du site', () => startSite(folder, database));
  const asked = {
    size,
    site: { ...site, postmaster },
    addresses: addressBook(vocabulary),
    forget: () => withClient(database, async (client) => void (await client.query('NOTIFY directory_changed'))),
  };
  return { site, vocabulary, postmaster, asked };
}

async function measureReads(folder: string, database: string, size: number, options: BenchOptions, results: Results) {
  const { site, vocabulary, postmaster, asked } = await openSite(folder, database, size);
  try {
    const bare = await startBareServer(ROOT, database);
    try {
      const servers = { ...asked, bare: { ...bare, postmaster } };
      await compareAnswers(servers, options.jobs);
      results.rows.push(...(await runJobs(servers, options)));
    } finally {
      await bare.stop();
    }
    const memory = memoryOf(site.pid);
    if (memory) results.memory.set(size, memory.highest);
    if (results.weight === null) await measureBrowser(site.url, vocabulary, options, results);
  } finally {
    await site.stop();
  }
}

/** Apart from the reads, once their memory is known: a site of its own on a copy, which the saves change. */
const measureWrites = (folder: string, database: string, size: number, { seconds }: BenchOptions, results: Results) =>
  withCopy(database, async (copy) => {
    const site = await step('Construction et mise en route du site sur une copie', () => startSite(folder, copy));
    try {
      await step(`${SAVING} sur ${size.toLocaleString('fr-FR')} structures`, () =>
        withClient(copy, async (client) => {
          const target = { ...site, postmaster: await findPostmaster(client) };
          results.rows.push(...(await runSaves(size, target, client, seconds)));
        }),
      );
    } finally {
      await site.stop();
    }
  });

/** What the largest directory of ordinary use costs a server that nobody tuned. */
async function measureElsewhere(folder: string, plain: PlainServer, size: number, options: BenchOptions) {
  const server = await step(`Démarrage de ${plain.name}`, () => startPlainServer(ROOT, plain));
  try {
    const { site, asked } = await openSite(folder, await provideDirectory(ROOT, server.url, size), size);
    try {
      return { server: plain.name, rows: await runColdJobs(asked, options) };
    } finally {
      await site.stop();
    }
  } finally {
    await server.stop();
  }
}

async function measureAll(options: BenchOptions, results: Results) {
  const server = await step('Démarrage de la base de données', acquireServer);
  try {
    const scratch = path.join(ROOT, '.data', 'bench-site');
    mkdirSync(scratch, { recursive: true });
    const folder = await step('Copie du site', () => makeScratchSite(ROOT, scratch));
    for (const size of options.sizes) {
      const database = await provideDirectory(ROOT, server.url, size);
      if (options.jobs.length > 0) await measureReads(folder, database, size, options, results);
      if (options.saves) await measureWrites(folder, database, size, options, results);
    }
    const size = options.sizes.filter((one) => one <= LARGEST_OF_ORDINARY_USE).at(-1);
    if (size === undefined || options.jobs.length === 0) return;
    for (const plain of plainServers()) results.elsewhere.push(await measureElsewhere(folder, plain, size, options));
  } finally {
    await server.release();
  }
}

function writeResults(options: BenchOptions, results: Results, isWhole: boolean) {
  const { rows, elsewhere, memory, weight, scores } = results;
  // What a broken run did not measure could have missed any of them.
  const goals = isWhole ? [...judge(rows, memory, weight, scores), ...elsewhereGoals(rows, elsewhere)] : [];
  const report = writeReport(rows, goals, options.seconds, elsewhere);
  if (options.out !== null) writeFileSync(options.out, report);
  process.stdout.write(`\n${report}`);
  if (goals.some(({ kept }) => !kept)) process.exitCode = 1;
}

async function run(options: BenchOptions) {
  const results: Results = { rows: [], elsewhere: [], memory: new Map(), weight: null, scores: [] };
  let isWhole = false;
  try {
    await measureAll(options, results);
    isWhole = true;
  } finally {
    // What was measured before a failure is still worth reading.
    if (results.rows.length > 0) writeResults(options, results, isWhole);
  }
}

try {
  process.chdir(ROOT);
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  const text = error instanceof OptionError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
