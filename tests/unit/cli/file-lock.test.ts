import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { lockFile } from '@/lib/database/file-lock.mjs';
import { isPidRunning, isRunning, ownIdentity } from '@/lib/database/processes.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  return child.pid ?? 0;
}

describe('a lock between programs', () => {
  it('makes the second wait for the first, and says so once', async () => {
    const file = path.join(folder, 'held');
    const release = await lockFile(file);
    let waits = 0;
    let isMine = false;
    const second = lockFile(file, () => {
      waits += 1;
    }).then((give) => {
      isMine = true;
      return give;
    });
    await sleep(350);
    expect([waits, isMine]).toEqual([1, false]);
    release();
    (await second)();
    expect(isMine).toBe(true);
  });

  it('is waited for no longer than the signal allows', async () => {
    const file = path.join(folder, 'given-up');
    const release = await lockFile(file);
    await expect(lockFile(file, () => {}, AbortSignal.timeout(50))).rejects.toThrow('aborted');
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('is free again when its holder was killed', async () => {
    const file = path.join(folder, 'killed');
    writeFileSync(file, JSON.stringify({ pid: await deadPid(), began: 'x' }));
    const release = await lockFile(file);
    expect(existsSync(file)).toBe(true);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('is free again when another process got the number of its dead holder', async () => {
    const file = path.join(folder, 'reused');
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'another start' }));
    const release = await lockFile(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ownIdentity());
    release();
  });

  it('is given to one of many that find the same dead holder at once', async () => {
    const file = path.join(folder, 'many');
    writeFileSync(file, JSON.stringify({ pid: await deadPid(), began: 'x' }));
    let holders = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const release = await lockFile(file);
        holders += 1;
        most = Math.max(most, holders);
        await sleep(5);
        holders -= 1;
        release();
      }),
    );
    expect(most).toBe(1);
  });
});

describe('the identity of a process', () => {
  it('tells a living process from one that only has its number', () => {
    const own = ownIdentity();
    expect(isRunning(own)).toBe(true);
    expect(isRunning({ ...own, began: 'before' })).toBe(own.began === '');
  });

  it('is never that of no process, which to the system means a group of them', () => {
    expect([0, -1, Number.NaN].map(isPidRunning)).toEqual([false, false, false]);
  });
});
