import type { Client } from 'pg';
import { acquireDatabase } from '@/lib/database/embedded';
import { POSTGRES_15, packagedPrograms, startPlainCluster } from '@/tests/support/plain-cluster';
import { ROOT } from '@/tests/support/templates';
import { withClient } from '../../lib/cli/scratch';
import { say, step } from '../../lib/cli/step.mjs';
import { LARGEST_OF_ORDINARY_USE } from './goals-of-rows';
import { addressBook, CHANGED, CHANGING, isAskedCold, READING, SAVING } from './load/jobs';
import { highestMemory, postmasterOf } from './load/processes';
import { readVocabulary, type Vocabulary } from './load/vocabulary';
import { measureBrowser } from './measure-browser';
import { readThroughEdit } from './measure-readers';
import { runSaves } from './measure-saves';
import { type BenchOptions } from './options';
import { type Results } from './results';
import { type Asked, compareAnswers, runColdJobs, runJobs } from './run';
import { changeMany } from './saving/change-many';
import { addAdministrator } from './saving/site-save';
import { makeScratchSite, provideDirectory, withCopy } from './scratch';
import { type Program, startBareServer, startSite, stopAfter } from './servers';

async function acquireServer(): Promise<{ url: string; release: () => Promise<void> }> {
  const { DATABASE_URL: given } = process.env;
  return given
    ? { url: given, release: async () => {} }
    : acquireDatabase(ROOT, { name: 'bench', isDurable: false, say });
}

async function findPostmaster(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return postmasterOf(rows[0]?.pid ?? 0);
}

type Opened = { asked: Asked & { site: Program }; vocabulary: Vocabulary };

async function withSite<Result>(
  folder: string,
  database: string,
  size: number,
  use: (opened: Opened) => Promise<Result>,
) {
  const { vocabulary, postmaster } = await withClient(database, async (client) => ({
    vocabulary: await readVocabulary(client, size),
    postmaster: await findPostmaster(client),
  }));
  const site = await step('Construction et mise en route du site', () => startSite(folder, database, postmaster));
  const forget = () => withClient(database, async (client) => void (await client.query('NOTIFY directory_changed')));
  const asked = { size, site, addresses: addressBook(vocabulary), forget };
  return stopAfter(site, () => use({ asked, vocabulary }));
}

const measureReads = (folder: string, database: string, size: number, options: BenchOptions, results: Results) =>
  withSite(folder, database, size, async ({ asked, vocabulary }) => {
    const { site } = asked;
    const bare = await startBareServer(database, site);
    await stopAfter(bare, async () => {
      await compareAnswers(asked, bare, options.jobs);
      results.rows.push(...(await runJobs(asked, bare, options)));
    });
    const memory = highestMemory(site.pid);
    if (memory !== null) results.memory.set(size, memory);
    if (size === options.sizes[0]) await measureBrowser(site.url, vocabulary.firstSlug, options.lighthouse, results);
  });

/** Apart from the reads, once their memory is known: on a copy, which is then thrown away. */
async function measureWrites(folder: string, database: string, size: number, options: BenchOptions, results: Results) {
  const isChanged = options.isChangingMeasured && size > CHANGED;
  const isWritten = options.isSavingMeasured || options.isReadingMeasured;
  if (!isChanged && !isWritten) return;
  const among = `sur ${size.toLocaleString('fr-FR')} structures`;
  await withCopy(database, (copy) =>
    withClient(copy, async (client) => {
      const actorId = await addAdministrator(client);
      if (isWritten) {
        const vocabulary = await readVocabulary(client, size);
        const site = await startSite(folder, copy, await findPostmaster(client));
        await stopAfter(site, async () => {
          if (options.isSavingMeasured) {
            const rows = await step(`${SAVING} ${among}`, () => runSaves(size, site, client, actorId, options.seconds));
            results.rows.push(...rows);
          }
          if (options.isReadingMeasured)
            results.edits.push(await step(`${READING} ${among}`, () => readThroughEdit(size, site.url, vocabulary)));
        });
      }
      if (!isChanged) return;
      const seconds = await step(`${CHANGING} ${among}`, () => changeMany(client, copy, actorId));
      results.changes.push({ size, seconds });
    }),
  );
}

async function measureElsewhere(folder: string, size: number, options: BenchOptions, results: Results) {
  const servers = { 'PostgreSQL fourni': await packagedPrograms(), 'PostgreSQL 15': POSTGRES_15 };
  for (const [name, programs] of Object.entries(servers)) {
    if (programs === null) continue;
    const server = `${name}, réglages d’origine`;
    const cluster = await step(`Démarrage de ${server}`, () => startPlainCluster(programs));
    try {
      const database = await provideDirectory(cluster.url, size);
      const rows = await withSite(folder, database, size, ({ asked }) => runColdJobs(asked, options));
      results.elsewhere.push({ server, rows });
    } finally {
      cluster.stop();
    }
  }
}

export async function measureAll(options: BenchOptions, results: Results) {
  const server = await step('Démarrage de la base de données', acquireServer);
  try {
    const folder = await step('Copie du site', async () => makeScratchSite());
    for (const size of options.sizes) {
      const database = await provideDirectory(server.url, size);
      if (options.jobs.length > 0) await measureReads(folder, database, size, options, results);
      await measureWrites(folder, database, size, options, results);
    }
    const size = options.sizes.filter((one) => one <= LARGEST_OF_ORDINARY_USE).at(-1);
    if (size !== undefined && options.jobs.some(isAskedCold)) await measureElsewhere(folder, size, options, results);
  } finally {
    await server.release();
  }
}
