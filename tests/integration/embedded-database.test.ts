import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPidRunning } from '@/lib/database/processes.mjs';
import { outputOf } from '../support/launcher';
import { dressProject, killServer, postmasterOf } from '../support/postmaster';
import { ROOT } from '../support/templates';

const isRoot = process.getuid?.() === 0;
const PROGRAM = path.join(ROOT, 'tests', 'support', 'acquire-once.ts');
let base: string;

/** A project folder that has nothing but its packages: the database of the repository is never touched. */
function makeProject(name: string): string {
  const folder = path.join(base, name);
  mkdirSync(folder);
  dressProject(folder);
  return folder;
}

type Account = { uid: number; gid: number };
type Run = { child: ChildProcess; output: () => string; said: () => { rows: number; url: string; home: string } };

const accountNumber = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
const ordinaryAccount = (): Account => ({ uid: accountNumber('-u'), gid: accountNumber('-g') });
/** Whether root may hand this very checkout to that account; one below a closed folder cannot be read by it. */
const canBecome = (account: Account) =>
  isRoot &&
  spawnSync(process.execPath, ['-e', ''], { ...account, cwd: '/' }).status === 0 &&
  spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', PROGRAM], { ...account, cwd: '/' }).status === 0;

function start(folder: string, stay: 'stay' | 'leave' = 'leave', account: Account | null = null): Run {
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

async function untilSaid(run: Run) {
  while (!run.output().includes('"rows"')) {
    if (run.child.exitCode !== null) throw new Error(run.output());
    await sleep(50);
  }
  return run.said();
}

async function finished(run: Run): Promise<number | null> {
  if (run.child.exitCode === null && run.child.signalCode === null) await once(run.child, 'close');
  return run.child.exitCode;
}

async function runOnce(folder: string, account: Account | null = null) {
  const run = start(folder, 'leave', account);
  await finished(run);
  return run;
}

const isServing = (home: string) =>
  existsSync(path.join(home, 'cluster', 'postmaster.pid')) && isPidRunning(postmasterOf(home));

beforeAll(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('keeps its rows from one start to the next, with a password that only its account reads, and stops in between', async () => {
    const project = makeProject('kept');
    const first = await runOnce(project);
    const { rows, home, url } = first.said();
    expect(first.output()).toContain('"rows"');
    expect(rows).toBe(1);
    expect(url).toMatch(/^postgresql:\/\/fabriques:[\w-]{32}@127\.0\.0\.1:\d+\/fabriques$/);
    expect(statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(isServing(home)).toBe(false);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('is shared by two programs that start at once; the last to leave stops it', async () => {
    const project = makeProject('shared');
    const programs = [start(project, 'stay'), start(project, 'stay')] as const;
    const said = await Promise.all(programs.map(untilSaid));
    expect(said[0]?.url).toBe(said[1]?.url);
    expect(said.map(({ rows }) => rows).toSorted()).toEqual([1, 2]);
    const home = said[0]?.home ?? '';
    programs[0].child.kill('SIGTERM');
    await finished(programs[0]);
    expect(isServing(home)).toBe(true);
    programs[1].child.kill('SIGTERM');
    await finished(programs[1]);
    expect(isServing(home)).toBe(false);
  });

  it('is taken over when the program that started it was killed, and stopped by the next to leave', async () => {
    const project = makeProject('orphan');
    const killed = start(project, 'stay');
    const { home } = await untilSaid(killed);
    const postmaster = postmasterOf(home);
    killed.child.kill('SIGKILL');
    await finished(killed);
    const next = start(project, 'stay');
    expect((await untilSaid(next)).rows).toBe(2);
    expect(postmasterOf(home)).toBe(postmaster);
    next.child.kill('SIGTERM');
    await finished(next);
    expect(isServing(home)).toBe(false);
  });

  it('loses nothing acknowledged when everything is killed at once', async () => {
    const project = makeProject('crash');
    const killed = start(project, 'stay');
    const { home } = await untilSaid(killed);
    killed.child.kill('SIGKILL');
    killServer(home);
    await finished(killed);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('comes back by itself, at the same address, when it dies under a program that needs it', async () => {
    const project = makeProject('revived');
    const program = start(project, 'stay');
    const { home, url } = await untilSaid(program);
    const before = postmasterOf(home);
    killServer(home);
    while (!isServing(home) || postmasterOf(home) === before) await sleep(100);
    const other = await runOnce(project);
    expect(other.said()).toMatchObject({ url, rows: 2 });
    program.child.kill('SIGTERM');
    expect(await finished(program)).toBe(0);
  });

  it('lets a program leave in peace when it died just before', async () => {
    const project = makeProject('died');
    const program = start(project, 'stay');
    const { home } = await untilSaid(program);
    killServer(home);
    program.child.kill('SIGTERM');
    expect(await finished(program)).toBe(0);
    expect(isServing(home)).toBe(false);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('is restored from a copy of its folder, made while it was stopped', async () => {
    const { home } = (await runOnce(makeProject('saved'))).said();
    const elsewhere = makeProject('restored');
    // As a person would copy it back: neither owners nor modes are kept.
    cpSync(home, path.join(elsewhere, '.data', 'postgres'), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', path.join(elsewhere, '.data')]);
    const restored = await runOnce(elsewhere);
    expect(restored.output()).toContain('"rows":2');
  });

  it('refuses the folder of another major version, says how to move it, and leaves it as it was', async () => {
    const project = makeProject('older');
    const { home } = (await runOnce(project)).said();
    const version = path.join(home, 'cluster', 'PG_VERSION');
    writeFileSync(version, '15\n');
    const before = readdirSync(path.join(home, 'cluster'));
    const refused = await runOnce(project);
    expect(refused.child.exitCode).toBe(1);
    expect(refused.output()).toMatch(
      /vient de PostgreSQL 15 .* fournit PostgreSQL \d+ : .*db:dump.*db:restore.*DATABASE_URL/,
    );
    expect(readdirSync(path.join(home, 'cluster'))).toEqual(before);
  });

  it('works for an ordinary account', async () => {
    const project = makeProject('ordinary');
    const account = isRoot && canBecome(ordinaryAccount()) ? ordinaryAccount() : null;
    if (account) chownSync(project, account.uid, account.gid);
    const run = await runOnce(project, account);
    expect(run.output()).toContain('"rows":1');
    expect(run.said().home).toBe(path.join(project, '.data', 'postgres'));
  });

  it('lives elsewhere, and says so, when root starts it where its account cannot enter', async () => {
    const project = makeProject('closed');
    chmodSync(project, 0o700);
    const run = await runOnce(project);
    const { home } = run.said();
    const elsewhere = '/var/lib/fabriques-de-territoire/';
    const sentence = `ne peut pas entrer dans ${project} : la base et ses programmes sont dans ${elsewhere}`;
    expect(run.output()).toContain(isRoot ? sentence : '"rows":1');
    expect(home.startsWith(isRoot ? elsewhere : project)).toBe(true);
    expect((await runOnce(project)).said().rows).toBe(2);
    if (isRoot) rmSync(path.dirname(home), { recursive: true });
  });

  it('tells an account without a name what to do instead', async () => {
    const project = makeProject('nameless');
    const nameless = { uid: 54_321, gid: 54_321 };
    const account = canBecome(nameless) ? nameless : null;
    if (account) chownSync(project, account.uid, account.gid);
    const run = await runOnce(project, account);
    expect(run.output()).toMatch(account ? /n° 54321 n’a pas de nom .*DATABASE_URL/ : /"rows":1/);
  });
});
