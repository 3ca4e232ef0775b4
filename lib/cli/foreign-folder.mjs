// Built-ins only: the installer reads this before anything is installed.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REFUSALS = new Set(['EACCES', 'EPERM']);
const READ_ONLY = 'EROFS';

function accountName(uid) {
  try {
    if (uid === process.getuid?.()) return os.userInfo().username;
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return `n° ${uid}`;
  }
}

/** The folder nearest to a path that this account can at least see. */
function nearestFolder(file) {
  const folder = path.dirname(file);
  try {
    statSync(folder);
    return folder;
  } catch {
    return nearestFolder(folder);
  }
}

/**
 * One French sentence when the system refused to write, where another account did (a start as root for instance) or where
 * nobody can: which folder, whose, and what to do. Null for any other error.
 */
export function foreignFolderSentence(error, root) {
  if (typeof error?.path !== 'string') return null;
  const folder = nearestFolder(error.path);
  if (error.code === READ_ONLY)
    return `Le dossier ${folder} est en lecture seule : construisez le site avant qu’il le soit (npm run build), et indiquez une base de données avec DATABASE_URL.`;
  if (!REFUSALS.has(error.code)) return null;
  const owner = accountName(statSync(folder).uid);
  const own = accountName(process.getuid?.());
  return (
    `Le dossier ${folder} appartient au compte « ${owner} » et le compte « ${own} » ne peut pas y écrire : démarrez avec ` +
    `le compte « ${owner} », ou rendez tout au vôtre en tant que root (chown -R ${own} ${root})` +
    `${folder.startsWith(path.join(root, '.data') + path.sep) ? ', ou indiquez une autre base de données avec DATABASE_URL' : ''}.`
  );
}
