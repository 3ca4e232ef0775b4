import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { locateCluster } from '@/lib/database/cluster-location';
import { clusterOwner } from '@/lib/database/cluster-owner';
import { ROOT } from './templates';

/** Where packages of Debian, Red Hat and Homebrew put the oldest PostgreSQL that the site runs on. */
const OLDEST = [
  '/usr/lib/postgresql/15/bin',
  '/usr/pgsql-15/bin',
  '/opt/homebrew/opt/postgresql@15/bin',
  '/usr/local/opt/postgresql@15/bin',
];
/** The programs of a PostgreSQL 15, where this machine has one; null elsewhere. */
export const POSTGRES_15 = OLDEST.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;

export const packagedPrograms = async () => path.join((await locateCluster(ROOT, 'test')).native, 'bin');

export type PlainCluster = {
  /** Its address, for its superuser. */
  url: string;
  /** The address of a new database whose owner is no superuser. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => void;
};

export async function startPlainCluster(programs: string): Promise<PlainCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plain-'));
  const owner = clusterOwner(folder);
  chmodSync(folder, 0o755);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C.UTF-8', TZ: 'America/Cayenne' };
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(programs, program), args, { ...owner, cwd: folder, env, stdio: 'ignore' });
  const port = await freePort();
  run('initdb', `--pgdata=${data}`, '--username=postgres', '--auth=trust');
  run('pg_ctl', 'start', '--wait', `--pgdata=${data}`, '-o', `-p ${port} -c unix_socket_directories=''`);
  const address = (role: string, database: string) => `postgresql://${role}:secret@127.0.0.1:${port}/${database}`;
  await withClient(address('postgres', 'postgres'), (client) => client.query('CREATE ROLE operator LOGIN'));
  return {
    url: address('postgres', 'postgres'),
    async createDatabase(name) {
      await withClient(address('postgres', 'postgres'), (client) =>
        client.query(`CREATE DATABASE ${name} OWNER operator`),
      );
      return address('operator', name);
    },
    stop() {
      run('pg_ctl', 'stop', '--wait', '--mode=immediate', `--pgdata=${data}`);
      rmSync(folder, { recursive: true });
    },
  };
}
