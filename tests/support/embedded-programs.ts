import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { isPidRunning } from '@/lib/database/processes.mjs';
import { outputOf } from './launcher';
import { dressProject, postmasterOf } from './postmaster';
import { ROOT } from './templates';

export const isRoot = process.getuid?.() === 0;
const PROGRAM = path.join(ROOT, 'tests', 'support', 'acquire-once.ts');
let base: string;

/** A project folder that has nothing but its packages: the database of the repository is never touched. */
export function makeProject(name: string): string {
  const folder = path.join(base, name);
  mkdirSync(folder);
  dressProject(folder);
  return folder;
}

type Account = { uid: number; gid: number };
type Run = { child: ChildProcess; output: () => string; said: () => { rows: number; url: string; home: string } };

const accountNumber = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
export const ordinaryAccount = (): Account => ({ uid: accountNumber('-u'), gid: accountNumber('-g') });
/** Whether root may hand this very checkout to that account; one below a closed folder cannot be read by it. */
export const canBecome = (account: Account) =>
  isRoot &&
  spawnSync(process.execPath, ['-e', ''], { ...account, cwd: '/' }).status === 0 &&
  spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', PROGRAM], { ...account, cwd: '/' }).status === 0;

export function start(folder: string, stay: 'stay' | 'leave' = 'leave', account: Account | null = null): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, folder, 'postgres', stay], {
    cwd: ROOT,
    env: { ...process.env, HOME: os.tmpdir(), TMPDIR: os.tmpdir() },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  const output = outputOf(child);
  const said = () =>
    JSON.parse(
      output()
        .split('\n')
        .find((line) => line.startsWith('{')) ?? '{}',
    );
  return { child, output, said };
}

export async function untilSaid(run: Run) {
  while (!run.output().includes('"rows"')) {
    if (run.child.exitCode !== null) throw new Error(run.output());
    await sleep(50);
  }
  return run.said();
}

export async function finished(run: Run): Promise<number | null> {
  if (run.child.exitCode === null && run.child.signalCode === null) await once(run.child, 'close');
  return run.child.exitCode;
}

export async function runOnce(folder: string, account: Account | null = null) {
  const run = start(folder, 'leave', account);
  await finished(run);
  return run;
}

export const isServing = (home: string) =>
  existsSync(path.join(home, 'cluster', 'postmaster.pid')) && isPidRunning(postmasterOf(home));

/** They go with the file of tests. */
export function useProjects(): void {
  beforeAll(() => {
    base = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
    chmodSync(base, 0o755);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));
}
