import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import { DatabaseStartError } from './start-error';

/** Null when it is the account that runs this program. */
export type ClusterOwner = { uid: number; gid: number } | null;

const OWN_SERVER = 'ou indiquez votre propre serveur PostgreSQL avec DATABASE_URL';

function accountId(flag: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

function findAccount(): ClusterOwner {
  for (const name of ['postgres', 'nobody']) {
    const uid = accountId('-u', name);
    const gid = accountId('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new DatabaseStartError(
    `PostgreSQL refuse de tourner en tant que root et ce système n’a ni compte « postgres » ni compte « nobody » : lancez le programme avec un compte ordinaire, ${OWN_SERVER}.`,
  );
}

/** PostgreSQL looks its own account up by number and stops when it has no name. */
function refuseNamelessAccount() {
  try {
    os.userInfo();
  } catch {
    throw new DatabaseStartError(
      `L’utilisateur n° ${process.getuid?.()} n’a pas de nom sur ce système, ce que PostgreSQL exige : lancez le programme avec un compte déclaré, ${OWN_SERVER}.`,
    );
  }
}

export function clusterOwner(clusterFolder: string): ClusterOwner {
  if (process.getuid?.() !== 0) {
    refuseNamelessAccount();
    return null;
  }
  const existing = statSync(clusterFolder, { throwIfNoEntry: false });
  // Rows written by an ordinary user stay theirs when root starts the program once.
  return existing && existing.uid !== 0 ? { uid: existing.uid, gid: existing.gid } : findAccount();
}
