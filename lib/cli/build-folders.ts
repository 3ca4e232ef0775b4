import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { giveBackLease, isInUse, takeLease } from '@/lib/database/leases';

/** Each version of the sources has a folder of its own: a site that serves one is not touched while another is built. */
const BUILDS = path.join('.next', 'builds');
const NAME_LENGTH = 16;

/** Written last: a build that failed or was interrupted lacks it. */
const wholeMark = (root: string, folder: string) => path.join(root, folder, 'whole');

/** The folder of the build made from these sources, relative to the root, as Next wants it. */
export const buildFolder = (sources: string): string => path.join(BUILDS, sources.slice(0, NAME_LENGTH));

export const isWhole = (root: string, folder: string): boolean =>
  existsSync(path.join(root, folder, 'BUILD_ID')) && existsSync(wholeMark(root, folder));

export const markWhole = (root: string, folder: string): void => writeFileSync(wholeMark(root, folder), '');

/** Removes a build, its mark first: interrupted half-way, what stays is no build. */
export async function removeBuild(root: string, folder: string): Promise<void> {
  rmSync(wholeMark(root, folder), { force: true });
  await rm(path.join(root, folder), { recursive: true, force: true });
}

/** Declares that this process serves that build; returns the way to leave it. Call under the lock of the preparation. */
export function useBuild(root: string, folder: string): () => void {
  const lease = takeLease(path.join(root, folder));
  return () => giveBackLease(lease);
}

/** Removes the builds that no living process serves, but the one to keep. Call under the lock of the preparation. */
export async function removeUnusedBuilds(root: string, kept: string): Promise<void> {
  const names = await readdir(path.join(root, BUILDS)).catch(() => []);
  const unused = names
    .map((name) => path.join(BUILDS, name))
    .filter((folder) => folder !== kept && !isInUse(path.join(root, folder)));
  await Promise.all(unused.map((folder) => removeBuild(root, folder)));
}
