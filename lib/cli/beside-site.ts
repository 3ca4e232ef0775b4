import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { readSettings } from '@/lib/env';
import { connectDirectly, refuseUnfitServer } from './direct-connection';
import { patiently } from './patience';
import { prepareDatabase } from './prepare-database';
import { type ReachedDatabase, reachDatabase } from './reach-database';
import { report } from './start';
import { say } from './step.mjs';

/** What was typed is read first: it may be refused before a server is started. Ends the program. */
async function runWithDatabase<Words>(
  readWords: () => Words | Promise<Words>,
  run: (words: Words, database: ReachedDatabase, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  let reached: ReachedDatabase | undefined;
  let code = 0;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = readSettings(process.env);
    const words = await readWords();
    reached = await reachDatabase(settings);
    await run(words, reached, stopping.signal);
  } catch (error) {
    if (stopping.signal.aborted) say('Interrompu : ce qui n’était pas fini est défait.');
    else report(error);
    code = 1;
  }
  await reached?.release();
  process.exit(code);
}

export const runBesideSite = <Words>(readWords: () => Words, run: (words: Words) => Promise<void>): Promise<void> =>
  runWithDatabase(readWords, async (words, { url }, signal) => {
    await prepareDatabase(process.cwd(), url, signal);
    await run(words);
  });

export const runOnDatabase = <Words>(
  readWords: () => Words | Promise<Words>,
  run: (words: Words, database: ReachedDatabase, client: Client, signal: AbortSignal) => Promise<void>,
): Promise<void> =>
  runWithDatabase(readWords, async (words, database, signal) => {
    const direct = await patiently(() => connectDirectly(database.url), signal);
    const { client } = direct;
    const leave = () => void client.end().catch(() => {});
    signal.addEventListener('abort', leave);
    try {
      signal.throwIfAborted();
      await refuseUnfitServer(direct);
      await run(words, database, client, signal);
    } finally {
      await client.end().catch(() => {});
    }
  });
