// Built-ins only: the installer reads this before anything is installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REFUSALS = new Set(['EACCES', 'EPERM']);
const READ_ONLY = 'EROFS';
const FILE_FOR_FOLDER = new Set(['ENOTDIR', 'EEXIST']);

function accountName(uid) {
  try {
    if (uid === process.getuid?.()) return os.userInfo().username;
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return `n° ${uid}`;
  }
}

function nearestFolder(file) {
  const folder = path.dirname(file);
  try {
    statSync(folder);
    return folder;
  } catch {
    return nearestFolder(folder);
  }
}

const isFile = (file) => {
  try {
    return !statSync(file).isDirectory();
  } catch {
    return false;
  }
};

function standsInTheWay(file) {
  if (isFile(file)) return file;
  return file === path.dirname(file) ? null : standsInTheWay(path.dirname(file));
}

/** Throws the system's own error: a program that we only start would tell it with a stack. */
export function tryFolder(folder) {
  mkdirSync(folder, { recursive: true });
  rmdirSync(mkdtempSync(path.join(folder, '.try-')));
}

/** Null for an error that is not of a folder; one may be another account's after a start as root. */
export function foreignFolderSentence(error, root) {
  if (typeof error?.path !== 'string') return null;
  const file = FILE_FOR_FOLDER.has(error.code) ? standsInTheWay(error.path) : null;
  if (file !== null)
    return `Un fichier porte le nom d’un dossier du programme, ${file} : retirez-le, puis recommencez.`;
  const folder = nearestFolder(error.path);
  if (error.code === READ_ONLY)
    return `Le dossier ${folder} est en lecture seule : construisez le site avant qu’il le soit (npm run build), et indiquez une base de données avec DATABASE_URL.`;
  if (!REFUSALS.has(error.code)) return null;
  const owner = accountName(statSync(folder).uid);
  const own = accountName(process.getuid?.());
  if (owner === own)
    return `Le dossier ${folder} appartient au compte « ${own} », qui n’a pas le droit d’y écrire : rendez-le-lui (chmod u+rwx ${folder}).`;
  return (
    `Le dossier ${folder} appartient au compte « ${owner} » et le compte « ${own} » ne peut pas y écrire : démarrez avec ` +
    `le compte « ${owner} », ou rendez tout au vôtre en tant que root (chown -R ${own} ${root})` +
    `${folder.startsWith(path.join(root, '.data') + path.sep) ? ', ou indiquez une autre base de données avec DATABASE_URL' : ''}.`
  );
}
