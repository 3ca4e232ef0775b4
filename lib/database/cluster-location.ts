import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packagedBinaries, usableBinaries } from './binaries';
import { type ClusterOwner, clusterOwner } from './cluster-owner';

/** `home` is what a backup copies. */
export type ClusterLocation = {
  home: string;
  cluster: string;
  native: string;
  major: number;
  owner: ClusterOwner;
  isElsewhere: boolean;
};

const ELSEWHERE = '/var/lib/fabriques-de-territoire';

const canEnter = (folder: string, owner: ClusterOwner) =>
  owner === null || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0;

function makeHome(home: string, owner: ClusterOwner) {
  const parent = path.dirname(home);
  const isNew = !existsSync(parent);
  mkdirSync(home, { recursive: true });
  // A strict umask must not lock the other account out of a folder that we just made.
  if (isNew && owner) chmodSync(parent, 0o755);
  if (owner && statSync(home).uid !== owner.uid) chownSync(home, owner.uid, owner.gid);
  if (owner || statSync(home).uid === process.getuid?.()) chmodSync(home, 0o700);
}

const packageVersion = (native: string): string =>
  JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version;

/** In `.data`; under root, in a project that the account of PostgreSQL cannot enter, below /var/lib. */
export async function locateCluster(projectRoot: string, name: string): Promise<ClusterLocation> {
  const inProject = path.join(projectRoot, '.data', name);
  const packaged = packagedBinaries(projectRoot);
  const copyFolder = (folder: string) => path.join(folder, `postgresql-${packageVersion(packaged)}`);

  const locate = async (home: string, owner: ClusterOwner, isElsewhere: boolean): Promise<ClusterLocation> => {
    makeHome(home, owner);
    const binaries = await usableBinaries(packaged, copyFolder(path.dirname(home)), owner);
    return { home, cluster: path.join(home, 'cluster'), owner, isElsewhere, ...binaries };
  };

  const owner = clusterOwner(path.join(inProject, 'cluster'));
  if (owner !== null) {
    makeHome(inProject, owner);
    if (!canEnter(inProject, owner)) {
      const hash = createHash('sha256').update(projectRoot).digest('hex').slice(0, 16);
      const home = path.join(ELSEWHERE, hash, name);
      mkdirSync(path.dirname(home), { recursive: true });
      for (const folder of [ELSEWHERE, path.dirname(home)]) chmodSync(folder, 0o755);
      return locate(home, clusterOwner(path.join(home, 'cluster')), true);
    }
  }
  return locate(inProject, owner, false);
}
