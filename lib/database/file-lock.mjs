// Built-ins only: the installer reads this before anything is installed.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, ownIdentity } from './processes.mjs';

const RETRY_MS = 100;
/** A file this old without a readable owner was left by a program that died while writing it. */
const UNREADABLE_IS_STALE_MS = 3_000;

const ageMs = (file) => {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};

function createExclusively(file, content) {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return isRunning(holder) ? holder : null;
  } catch {
    return ageMs(file) > UNREADABLE_IS_STALE_MS ? null : { pid: 0, began: '' };
  }
}

/** Two programs may find the same dead owner: only one of them removes the file. */
function removeIfStale(file) {
  const breaking = `${file}.breaking`;
  if (!createExclusively(breaking, '')) {
    if (ageMs(breaking) > UNREADABLE_IS_STALE_MS) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (holderOf(file) === null) rmSync(file, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}

/** A holder that died, even by kill -9, holds nothing. The signal ends the wait, with its reason. */
export async function lockFile(file, onWait = () => {}, signal = undefined) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!createExclusively(file, JSON.stringify(ownIdentity()))) {
    if (holderOf(file) === null) {
      removeIfStale(file);
      continue;
    }
    if (!told) onWait();
    told = true;
    await sleep(RETRY_MS, undefined, { signal });
  }
  return () => rmSync(file, { force: true });
}
