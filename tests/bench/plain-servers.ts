import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readPassword, runProgram, SUPERUSER, stopServer, writePassword } from '@/lib/database/cluster';
import { type Placement, placeCluster } from '@/lib/database/placement';
import { databaseAddress, isServerAlive } from '@/lib/database/running-server';
import { freePort } from '../../lib/cli/port';

/** A PostgreSQL whose settings are those that it is made with. */
export type PlainServer = {
  name: string;
  /** Its folder below `.data`. */
  folder: string;
  /** Where its `bin` is; null for the binaries of the package. */
  binaries: string | null;
};

/** The oldest PostgreSQL that the site runs on, where packages of Debian, Red Hat and Homebrew put it. */
const OLDEST = [
  '/usr/lib/postgresql/15',
  '/usr/pgsql-15',
  '/opt/homebrew/opt/postgresql@15',
  '/usr/local/opt/postgresql@15',
];

/** The folder of that PostgreSQL, its programs in `bin`; undefined where the machine has none. */
export const findOldest = (): string | undefined =>
  OLDEST.find((folder) => existsSync(path.join(folder, 'bin', 'initdb')));

/** The servers that an operator may have left as they came: the package's own PostgreSQL, and a 15 where the machine has one. */
export function plainServers(): PlainServer[] {
  const oldest = findOldest();
  return [
    { name: 'PostgreSQL fourni, réglages d’origine', folder: 'bench-plain', binaries: null },
    ...(oldest ? [{ name: 'PostgreSQL 15, réglages d’origine', folder: 'bench-plain-15', binaries: oldest }] : []),
  ];
}

async function initialize(placement: Placement) {
  if (existsSync(path.join(placement.cluster, 'PG_VERSION'))) return;
  const partial = `${placement.cluster}.partial`;
  await rm(partial, { recursive: true, force: true });
  const passwordFile = writePassword(placement);
  await runProgram(placement, 'initdb', [
    `--pgdata=${partial}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  await rename(partial, placement.cluster);
}

/** Starts such a server on a cluster kept from one run to the next. Returns its address and the way to stop it. */
export async function startPlainServer(root: string, { folder, binaries }: PlainServer) {
  const packaged = await placeCluster(root, folder);
  const placement = binaries === null ? packaged : { ...packaged, native: binaries };
  await initialize(placement);
  // One that a killed run left behind listens on a port that nobody remembers.
  if (isServerAlive(placement)) await stopServer(placement);
  const port = await freePort();
  await runProgram(placement, 'pg_ctl', [
    'start',
    '--wait',
    '--silent',
    `--pgdata=${placement.cluster}`,
    `--log=${path.join(placement.home, 'postgres.log')}`,
    '-o',
    `-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=${port}`,
  ]);
  return {
    url: databaseAddress(port, readPassword(placement), 'postgres'),
    stop: () => stopServer(placement),
  };
}
