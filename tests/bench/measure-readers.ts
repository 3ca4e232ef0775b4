import { setTimeout as sleep } from 'node:timers/promises';
import { syntheticId } from './directory/synthetic-structures';
import { type PageRead, readInTurn } from './load/readers';
import type { Vocabulary } from './load/vocabulary';
import type { ReadThroughEdit } from './results';
import { openStructureForm } from './saving/site-save';

const READERS = 100;
const WARM_UP_SECONDS = 5;
const MOST_WARM_UPS = 12;
const WARM_MS = 500;
const SECONDS = 60;
const EDITED_AFTER_MS = 10_000;

/** The pages that everyone asks for, then records. */
export const plainPages = ({ regions, waves, slugs }: Vocabulary): string[] =>
  [
    '/',
    '/fabriques',
    '/regions',
    '/vagues',
    ...regions.map((region) => `/regions/${region}`),
    ...waves.map((wave) => `/vagues/${wave}`),
    ...slugs.map((slug) => `/fabriques/${slug}`),
  ].slice(0, READERS);

/** `savedAt` is when the save was answered, of the same clock. Warm again are the pages once each was asked since, and came. */
export function throughEdit(reads: readonly PageRead[], savedAt: number): Omit<ReadThroughEdit, 'size' | 'savedMs'> {
  const times = reads.map(({ beganAt, endedAt }) => endedAt - beganAt).toSorted((a, b) => a - b);
  const quantile = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const addresses = new Set(reads.map(({ address }) => address));
  const again = [...addresses].map((address) => {
    const since = reads.filter((read) => read.address === address && read.beganAt >= savedAt && read.isGiven);
    return Math.min(...since.map(({ endedAt }) => endedAt));
  });
  return {
    pages: addresses.size,
    answers: times.length,
    failures: reads.filter(({ isGiven }) => !isGiven).length,
    p50: quantile(0.5),
    p99: quantile(0.99),
    slowest: quantile(1),
    warmAgainMs: Math.max(...again) - savedAt,
  };
}

/** A site that has just started makes all of these pages at once: readers have been there for a while when something is edited. */
async function warmUp(url: string, pages: readonly string[]): Promise<void> {
  for (let turn = 0; turn < MOST_WARM_UPS; turn += 1) {
    const reads = await readInTurn(url, pages, WARM_UP_SECONDS);
    if (reads.every(({ isGiven, beganAt, endedAt }) => isGiven && endedAt - beganAt < WARM_MS)) return;
  }
}

/** It writes: only for a database that nothing else will read. */
export async function readThroughEdit(size: number, url: string, vocabulary: Vocabulary): Promise<ReadThroughEdit> {
  const pages = plainPages(vocabulary);
  const save = await openStructureForm(url, syntheticId(1));
  await warmUp(url, pages);
  const saved = async () => {
    await sleep(EDITED_AFTER_MS);
    const { milliseconds } = await save(`Relue ${process.pid}`);
    return { savedMs: milliseconds, savedAt: performance.now() };
  };
  const [reads, { savedMs, savedAt }] = await Promise.all([readInTurn(url, pages, SECONDS), saved()]);
  return { size, savedMs, ...throughEdit(reads, savedAt) };
}
