import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '@/lib/database/file-lock.mjs';
import { dayInParis } from '@/lib/french/dates';
import { backupFile, instantOf } from './file-name';

const HOUR_MS = 60 * 60 * 1_000;
const CHECK_EVERY_MS = 60 * 1_000;
const TRY_AGAIN_AFTER_MS = HOUR_MS;
const KEPT_FOR_MS = 7 * 24 * HOUR_MS;
/** Three in the morning in Paris (four on the night of March that has no such hour). */
const NIGHT_BEGINS_MS = 3 * HOUR_MS;

type NightlyOptions = {
  folder: string;
  name: string;
  copy: (file: string, signal: AbortSignal) => Promise<void>;
  warn: (sentence: string) => void;
};

const nightOf = (instant: Date) => dayInParis(new Date(instant.getTime() - NIGHT_BEGINS_MS));

const PARTIAL = /\.partial$/;

function filesOfNights(folder: string, purpose: string) {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const instant = instantOf(name);
    // Another database may bear a name that begins like this one.
    if (!instant || file.replace(PARTIAL, '') !== backupFile(folder, purpose, instant)) return [];
    return [{ file, instant, isWhole: !PARTIAL.test(name) }];
  });
}

/** A night that fails removes nothing. */
async function copyWhenDue({ folder, name, copy }: NightlyOptions, signal: AbortSignal) {
  const purpose = `nightly-${name}`;
  const isDone = () =>
    filesOfNights(folder, purpose).some(({ instant, isWhole }) => isWhole && nightOf(instant) === nightOf(new Date()));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isDone()) return;
  // Two programs may serve the same database: one of them copies it.
  const unlock = await lockFile(path.join(folder, `${purpose}.lock`), undefined, signal);
  try {
    if (isDone()) return;
    const now = new Date();
    await copy(backupFile(folder, purpose, now), signal);
    const old = filesOfNights(folder, purpose).filter(({ instant }) => now.getTime() - instant.getTime() > KEPT_FOR_MS);
    for (const { file } of old) rmSync(file, { force: true });
  } finally {
    unlock();
  }
}

/** Just after three, or at once where the site was not there then. The way to stop waits for no copy. */
export function keepNightlyCopies(options: NightlyOptions): () => Promise<void> {
  const stopping = new AbortController();
  let isBusy = false;
  let notBefore = 0;
  const look = async () => {
    if (isBusy || Date.now() < notBefore) return;
    isBusy = true;
    try {
      await copyWhenDue(options, stopping.signal);
    } catch (error) {
      notBefore = Date.now() + TRY_AGAIN_AFTER_MS;
      const reason = error instanceof Error ? error.message : String(error);
      if (!stopping.signal.aborted)
        options.warn(`La copie de la nuit n’a pas été faite, les précédentes restent : ${reason}`);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), CHECK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
  };
}
