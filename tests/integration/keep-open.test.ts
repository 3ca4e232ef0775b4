import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outputOf } from '../support/launcher';
import { ROOT } from '../support/templates';

const opened: { child: ChildProcess; folder: string }[] = [];

function keep(lines: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'keep-open-'));
  const program = path.join(folder, 'program.mjs');
  writeFileSync(program, `process.stdout.write('début ' + process.pid + '.');\n${lines}`);
  const keeper = path.join(ROOT, 'lib', 'cli', 'keep-open.mjs');
  const child = spawn(process.execPath, [keeper, '--max-old-space-size=20', program], { cwd: ROOT });
  opened.push({ child, folder });
  const printed = outputOf(child);
  const starts = () => [...printed().matchAll(/début (\d+)\./g)].map(([, pid]) => Number(pid));
  return { child, printed, starts, ended: once(child, 'close').then(() => child.exitCode) };
}

afterEach(() => {
  for (const { child, folder } of opened.splice(0)) {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

const OPEN = `process.send('open');\n`;
const STAY = `process.on('disconnect', () => process.exit(0)); setInterval(() => {}, 1000);\n`;
const soon = { timeout: 40_000 };

describe('a site that was open and dies', () => {
  it.each([
    [
      'because its memory is full',
      `${OPEN}const all = []; for (;;) all.push({ at: all.length });`,
      'sur le signal SIG',
    ],
    ['by an error that nobody caught', `${OPEN}throw new Error('inattendue');`, 'avec le code 1'],
    ['killed', `${OPEN}setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);`, 'sur le signal SIGKILL'],
  ])('%s is started again after a moment, and it is said', async (_, lines, how) => {
    const site = keep(lines);
    await expect.poll(() => site.starts().length, soon).toBe(2);
    expect(new Set(site.starts()).size).toBe(2);
    expect(site.printed()).toContain(`Le site s’est arrêté de lui-même, ${how}`);
    expect(site.printed()).toMatch(/nouveau démarrage dans [0-5] s\./);
    site.child.kill('SIGTERM');
    await site.ended;
  });

  it('is not started again once it was asked to stop, even while it waits', async () => {
    const site = keep(`${OPEN}process.exit(3);`);
    await expect.poll(site.printed, soon).toContain('nouveau démarrage');
    site.child.kill('SIGTERM');
    expect(await site.ended).toBe(1);
    expect(site.starts()).toHaveLength(1);
  });
});

describe('a site', () => {
  it('that gives up its first start ends with its code, and is not started again', async () => {
    const site = keep('process.exit(3);');
    expect(await site.ended).toBe(3);
    expect(site.starts()).toHaveLength(1);
  });

  it('that ends without an error has done what it was asked', async () => {
    const site = keep(`${OPEN}setTimeout(() => process.exit(0), 50);`);
    expect(await site.ended).toBe(0);
    expect(site.starts()).toHaveLength(1);
  });

  it('is told the signals of whoever keeps it open, and gives its own code', async () => {
    const site = keep(`process.on('SIGTERM', () => process.exit(0)); process.stdout.write('écoute');${STAY}`);
    await expect.poll(site.printed, soon).toContain('écoute');
    site.child.kill('SIGTERM');
    expect(await site.ended).toBe(0);
  });

  it('whose keeper was killed hears of it, and may end by itself', async () => {
    const site = keep(OPEN + STAY);
    await expect.poll(() => site.starts().length, soon).toBe(1);
    const [pid = 0] = site.starts();
    site.child.kill('SIGKILL');
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(isAlive, soon).toBe(false);
  });
});
