import { existsSync } from 'node:fs';
import { acquireDatabase } from '@/lib/database/embedded';
import { readSettings, type Settings } from '@/lib/env';
import { keptAuthSecret } from './auth-secret';
import { prepareDatabase } from './prepare-database';
import { dataFolder, report } from './start';
import { say } from './step.mjs';

type Reached = { url: string; release: () => Promise<void> };

/** The database of DATABASE_URL, else the embedded one, shared or started for a moment; its settings become this program's. */
async function reachDatabase(settings: Settings): Promise<Reached> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, release: async () => {} };
  const database = await acquireDatabase(process.cwd(), { name: dataFolder(), say });
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    AUTH_SECRET: settings.authSecret ?? keptAuthSecret(database.home),
    // A site that was started on another port, say, than what this terminal knows of.
    SITE_URL: process.env.SITE_URL || (database.servedAt ?? settings.siteUrl),
  });
  return database;
}

/**
 * A command on the database, prepared for this version, with the site running or not. What was typed is read first: it may
 * be refused before a server is started. Ends the program.
 */
export async function runBesideSite<Words>(
  readWords: () => Words,
  run: (words: Words) => Promise<void>,
): Promise<void> {
  let reached: Reached | undefined;
  let code = 0;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = readSettings(process.env);
    const words = readWords();
    reached = await reachDatabase(settings);
    await prepareDatabase(process.cwd(), reached.url, new AbortController().signal);
    await run(words);
  } catch (error) {
    report(error);
    code = 1;
  }
  await reached?.release();
  process.exit(code);
}
