import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { launch } from '@/tests/support/launcher';
import { ROOT } from '@/tests/support/templates';
import { freePort } from '../../lib/cli/port';
import type { Target } from './load/measure';
import type { Spender } from './load/processes';

export type Program = Target & { stop: () => Promise<unknown> };

const LAST_WORDS = 4_000;

function toProgram(child: ChildProcess, url: string, postmaster: Spender['postmaster'], output = () => ''): Program {
  // Ctrl-C reaches the children by the terminal; the end of this program must not leave them behind.
  const follow = () => child.kill('SIGTERM');
  process.once('exit', follow);
  const isEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    url,
    pid: child.pid ?? 0,
    headers: {},
    postmaster,
    ensureAlive: () => {
      if (!isEnded()) return;
      throw new Error(
        `A server ended by itself (${child.signalCode ?? child.exitCode})\n${output().slice(-LAST_WORDS)}`,
      );
    },
    stop: async () => {
      process.removeListener('exit', follow);
      if (isEnded()) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

export async function startSite(folder: string, database: string, postmaster: Spender['postmaster']): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const site = launch({ port, root: folder, settings: { DATABASE_URL: database, SITE_URL: url } });
  await site.ready;
  return toProgram(site.process, url, postmaster, site.output);
}

/** On the same database, and with the pages that the site sends. */
export async function startBareServer(database: string, { url: pages, postmaster }: Program): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(path.join('tests', 'bench', 'bare', 'server.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: url,
      DATABASE_URL: database,
      PAGES_URL: pages,
    },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The bare server did not start');
    }),
  ]);
  return toProgram(child, url, postmaster);
}

export async function stopAfter<Result>(program: Program, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } finally {
    await program.stop();
  }
}
