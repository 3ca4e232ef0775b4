import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { giveBackLease, isInUse, takeLease } from '@/lib/database/leases';
import { BUILDS, wholeMark } from './build-sources.mjs';

export const markWhole = (root: string, folder: string): void => writeFileSync(wholeMark(root, folder), '');

/** Not so in an image made elsewhere, where no build ever appears or goes. */
export function canBuild(root: string): boolean {
  const nearest = [BUILDS, path.dirname(BUILDS), ''].map((name) => path.join(root, name)).find(existsSync) ?? root;
  try {
    accessSync(nearest, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Its mark first: interrupted half-way, what stays is no build. */
export async function removeBuild(root: string, folder: string): Promise<void> {
  rmSync(wholeMark(root, folder), { force: true });
  await rm(path.join(root, folder), { recursive: true, force: true });
}

/** Returns the way to leave it. Call under the lock of the preparation. */
export function useBuild(root: string, folder: string): () => void {
  if (!canBuild(root)) return () => {};
  const lease = takeLease(path.join(root, folder));
  return () => giveBackLease(lease);
}

/** Call under the lock of the preparation. */
export async function removeUnusedBuilds(root: string, kept: string): Promise<void> {
  const names = await readdir(path.join(root, BUILDS)).catch(() => []);
  const unused = names
    .map((name) => path.join(BUILDS, name))
    .filter((folder) => folder !== kept && !isInUse(path.join(root, folder)));
  await Promise.all(unused.map((folder) => removeBuild(root, folder)));
}
