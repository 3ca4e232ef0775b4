import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ClusterLocation } from './cluster-location';
import { DatabaseStartError } from './start-error';

const execute = promisify(execFile);

export const SUPERUSER = 'fabriques';
const START_TIMEOUT_SECONDS = 120;
const STOP_TIMEOUT_SECONDS = 60;
const LARGEST_LOG_BYTES = 5_000_000;

// Nothing acknowledged may be lost, and the log names no query: queries hold what people typed.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
};

// For tests that do not test durability.
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

const passwordFile = ({ home }: ClusterLocation) => path.join(home, 'password');
const logFile = ({ home }: ClusterLocation) => path.join(home, 'postgres.log');

/** As its account, which may not be able to enter the current folder. */
async function runProgram({ native, home, owner }: ClusterLocation, name: string, args: string[]) {
  const { PATH = '', SystemRoot, NODE_ENV } = process.env;
  const env = { PATH, LC_ALL: 'C', TZ: 'UTC', HOME: home, NODE_ENV, ...(SystemRoot && { SystemRoot }) };
  await execute(path.join(native, 'bin', name), args, { ...owner, cwd: home, env });
}

function writePassword(location: ClusterLocation): string {
  const file = passwordFile(location);
  rmSync(file, { force: true });
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (location.owner) chownSync(file, location.owner.uid, location.owner.gid);
  return file;
}

export const readPassword = (location: ClusterLocation) => readFileSync(passwordFile(location), 'utf8').trim();

const isCluster = ({ cluster }: ClusterLocation) => existsSync(path.join(cluster, 'PG_VERSION'));

/** One that was interrupted half-way never bears the final name. */
export async function initializeCluster(location: ClusterLocation): Promise<void> {
  if (isCluster(location)) return;
  const partial = `${location.cluster}.partial`;
  await rm(partial, { recursive: true, force: true });
  writePassword(location);
  const initialize = (characters: string) =>
    runProgram(location, 'initdb', [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile(location)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of letters on every system, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${characters}`,
      '--no-instructions',
    ]);
  try {
    await initialize('C.UTF-8').catch(async () => {
      await rm(partial, { recursive: true, force: true });
      await initialize('C');
    });
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new DatabaseStartError(
      `La base de données n’a pas pu être créée dans ${location.home} ; indiquez au besoin votre propre serveur avec DATABASE_URL.\n${reason}`,
    );
  }
  await rename(partial, location.cluster);
}

export function refuseOtherMajor(location: ClusterLocation): void {
  if (!isCluster(location)) return;
  const found = readFileSync(path.join(location.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === String(location.major)) return;
  throw new DatabaseStartError(
    `Le dossier ${location.home} vient de PostgreSQL ${found} et ce programme fournit PostgreSQL ${location.major} : ` +
      'sauvegardez la base avec la version du programme qui l’a fait (« npm run db:dump »), mettez ce dossier de côté, puis chargez ' +
      'la sauvegarde avec celle-ci (« npm run db:restore ») et rendez-lui le fichier auth-secret de ce dossier ; ou confiez-le à un ' +
      `serveur PostgreSQL ${found} que vous indiquez avec DATABASE_URL.`,
  );
}

/** A copy restored by hand often has other owners and modes than those PostgreSQL accepts. */
async function repairOwnership({ home, cluster, owner }: ClusterLocation) {
  if (owner && statSync(cluster).uid !== owner.uid) {
    await execute('chown', ['-R', `${owner.uid}:${owner.gid}`, home]);
  }
  if (owner || statSync(cluster).uid === process.getuid?.()) chmodSync(cluster, 0o700);
}

function shortenLog(location: ClusterLocation) {
  const log = statSync(logFile(location), { throwIfNoEntry: false });
  if (log && log.size > LARGEST_LOG_BYTES) truncateSync(logFile(location));
}

export async function startServer(location: ClusterLocation, port: number, isDurable: boolean): Promise<void> {
  await repairOwnership(location);
  shortenLog(location);
  const settings = Object.entries({ ...SETTINGS, ...(isDurable ? {} : FORGETFUL), port: String(port) });
  const options = settings.map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`).join(' ');
  const timeout = String(START_TIMEOUT_SECONDS);
  try {
    await runProgram(location, 'pg_ctl', [
      'start',
      '--wait',
      '--silent',
      `--timeout=${timeout}`,
      `--pgdata=${location.cluster}`,
      `--log=${logFile(location)}`,
      '-o',
      options,
    ]);
  } catch {
    const log = existsSync(logFile(location))
      ? readFileSync(logFile(location), 'utf8').trim().split('\n').slice(-5)
      : [];
    throw new DatabaseStartError(
      `La base de données de ${location.home} n’a pas démarré ; son journal finit par :\n${log.join('\n')}`,
    );
  }
}

export async function stopServer(location: ClusterLocation): Promise<void> {
  const timeout = String(STOP_TIMEOUT_SECONDS);
  await runProgram(location, 'pg_ctl', [
    'stop',
    '--wait',
    '--silent',
    '--mode=fast',
    `--timeout=${timeout}`,
    `--pgdata=${location.cluster}`,
  ]);
}
