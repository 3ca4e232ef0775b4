import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../lib/cli/port';
import { readStartCommand, type StartCommand } from '../../lib/cli/start-command';

const READY_WITHIN_MS = 400_000;
const STOP_WITHIN_MS = 15_000;
/** Characters kept of what a program printed. */
const LAST_WORDS = 4_000;

/** A server that this program started and will end. */
export type Program = {
  url: string;
  pid: number;
  /** Throws when the server ended by itself, with the last words it said: what it no longer answers is no measure. */
  ensureAlive: () => void;
  stop: () => Promise<void>;
};

/** Settings of the operator stay outside: every run measures the same site. */
const neutralEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(HOST|DATABASE_LISTEN_URL|SITE_URL|TRUST_PROXY|MAP_TILES_.*|PUBLISHER|HOSTING|CONTACT_EMAIL|AUTH_SECRET|SMTP_URL|ADMIN_SECOND_FACTOR|ACCESS_LOG|NODE_OPTIONS)$/.test(
          name,
        ),
    ),
  );

/** The last words of a program, read to its end: one that nobody listens to would wait, or lose why it died. */
function listenTo(child: ChildProcess) {
  const heard = { last: '' };
  const listen = (chunk: Buffer) => {
    heard.last = (heard.last + chunk.toString()).slice(-LAST_WORDS);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return heard;
}

/** Resolves once the program has printed the words, rejects with what it printed when it ends before. */
function printedBy(child: ChildProcess, heard: { last: string }, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}\n${heard.last}`));
    const timer = setTimeout(() => fail('The program did not start in time'), READY_WITHIN_MS);
    const look = () => {
      if (heard.last.includes(words)) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () => {
      clearTimeout(timer);
      fail('The program ended');
    });
  });
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

async function start(cwd: string, { env, args }: StartCommand, databaseUrl: string, words: string): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, args, {
    cwd,
    env: {
      ...neutralEnvironment(),
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: url,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: 'a secret for measures only, of more than 32 characters',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Ctrl-C reaches the children by the terminal; a kill of this program must not leave them behind.
  const follow = () => child.kill('SIGTERM');
  process.once('exit', follow);
  const heard = listenTo(child);
  try {
    await printedBy(child, heard, words);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    url,
    pid: child.pid ?? 0,
    ensureAlive: () => {
      if (child.exitCode === null && child.signalCode === null) return;
      throw new Error(`A server ended by itself (${child.signalCode ?? child.exitCode})\n${heard.last}`);
    },
    stop: async () => {
      process.removeListener('exit', follow);
      await stop(child);
    },
  };
}

/** The site as `npm start` serves it, built when its sources changed. */
export const startSite = (site: string, databaseUrl: string): Promise<Program> =>
  start(site, readStartCommand(site), databaseUrl, 'est en ligne');

/** The bare server: the same answers without a framework. */
export function startBareServer(root: string, databaseUrl: string): Promise<Program> {
  const args = ['--import', 'tsx', path.join('lib', 'cli', 'bench', 'bare', 'server.ts')];
  return start(root, { env: {}, args }, databaseUrl, 'bare server');
}
