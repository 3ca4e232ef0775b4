import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readStartCommand } from '@/lib/cli/start-command';
import { ROOT } from './templates';

const READY_WITHIN_MS = 400_000;
const SETTINGS =
  /^(DATABASE_URL|DATABASE_LISTEN_URL|HOST|PORT|SITE_URL|TRUST_PROXY|MAP_TILES_URL|MAP_TILES_CREDIT|PUBLISHER|HOSTING|CONTACT_EMAIL|AUTH_SECRET|SMTP_URL|GEOCODER_URL|ADMIN_SECOND_FACTOR|ACCESS_LOG|SHARED_CACHE_SECONDS|NODE_ENV|NODE_OPTIONS|VITEST.*|TEST.*)$/;

/** A start refuses to make up a secret for a database that it is given. */
export const TEST_SECRET = 'a secret for tests only, of more than 32 characters';

export type Launch = {
  port: number;
  /** Nothing of the tests' own environment reaches the site. */
  settings?: Record<string, string>;
  /** Below `.data`; never the site's own. */
  dataFolder?: string;
  root?: string;
  /** Started again when it dies; `pid` is then that of its keeper. */
  isKept?: boolean;
  account?: number | undefined;
};

export type Launched = {
  url: string;
  process: ChildProcess;
  pid: number;
  output: () => string;
  /** Rejects when the program ended before it printed its address. */
  ready: Promise<void>;
  /** Null after a kill. */
  ended: Promise<number | null>;
  stop: () => Promise<number | null>;
};

/** What it has printed so far. */
export function outputOf({ stdout, stderr }: ChildProcess): () => string {
  let printed = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return () => printed;
}

export function launch({ port, settings = {}, dataFolder, root = ROOT, account, isKept = false }: Launch): Launched {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));
  const secret = settings.DATABASE_URL ? { AUTH_SECRET: TEST_SECRET } : {};
  const command = readStartCommand(root);
  const keeper = isKept ? [path.join(root, 'lib', 'cli', 'keep-open.mjs')] : [];
  const args = [...keeper, ...command.args, ...(dataFolder ? [`--data=${dataFolder}`] : [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...command.env, NODE_ENV: 'production', PORT: String(port), ...secret, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account !== undefined && { uid: account, gid: account }),
  });
  const output = outputOf(child);
  const ended = once(child, 'close').then(() => child.exitCode);
  const isReady = async () => {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!output().includes('est en ligne')) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        throw new Error(`The site did not start:\n${output()}`);
      }
      await sleep(50);
    }
  };
  const ready = isReady();
  // A test that expects a refusal never waits for the site.
  ready.catch(() => {});
  return {
    url: `http://localhost:${port}`,
    process: child,
    pid: child.pid ?? 0,
    output,
    ready,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
