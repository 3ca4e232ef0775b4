import { existsSync } from 'node:fs';
import { BackupError } from '@/lib/backup/backup-error';
import { fullDiskSentence } from '@/lib/database/full-disk.mjs';
import { MigrationError } from '@/lib/database/migrations';
import { DatabaseStartError } from '@/lib/database/start-error';
import { readSettings, SettingsError } from '@/lib/env';
import { installErrorReporter, quietConsole } from './error-reports';
import { listenToForms } from './failed-page';
import { foreignFolderSentence } from './foreign-folder.mjs';
import { type Leaving, type Mode, openSite } from './site';
import { StartError } from './start-error';

const DATA_OPTION = '--data=';
const EXPECTED = [SettingsError, StartError, DatabaseStartError, MigrationError, BackupError];
const isExpected = (error: unknown): error is Error => EXPECTED.some((kind) => error instanceof kind);

/** Tests and measures never touch the rows of the site's own folder. */
export const dataFolder = () =>
  process.argv.find((argument) => argument.startsWith(DATA_OPTION))?.slice(DATA_OPTION.length) ?? 'postgres';

export function report(error: unknown) {
  const expected = isExpected(error) ? error.message : foreignFolderSentence(error, process.cwd());
  const sentence = fullDiskSentence(error) ?? expected;
  const unexpected = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${sentence ?? unexpected}\n`);
}

async function leave(leaving: Leaving) {
  for (const giveBack of leaving.toReversed()) {
    try {
      await giveBack();
    } catch (error) {
      report(error);
    }
  }
}

export async function openUntilStopped(mode: Mode): Promise<void> {
  const leaving: Leaving = [];
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => {
    // `disconnect`: what kept it open was killed. npm repeats the signal that the terminal already sent.
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
      process.on(event, () => {
        stopping.abort();
        resolve();
      });
    }
  });
  let code = 0;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = readSettings(process.env);
    installErrorReporter();
    listenToForms();
    if (mode === 'production') quietConsole();
    await openSite({ root: process.cwd(), settings, mode, dataFolder: dataFolder(), leaving, signal: stopping.signal });
    await asked;
  } catch (error) {
    if (!stopping.signal.aborted) {
      report(error);
      code = 1;
    }
  }
  await leave(leaving);
  process.exit(code);
}

export const run = (): Promise<void> => openUntilStopped('production');
