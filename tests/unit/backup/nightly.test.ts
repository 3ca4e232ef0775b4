import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepNightlyCopies } from '@/lib/backup/nightly';

let folder: string;
let stop: () => Promise<void>;
let warned: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'nights-'));
  warned = [];
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const at = (instant: string) => vi.setSystemTime(new Date(instant));
const files = () => readdirSync(folder).toSorted();
const write = async (file: string) => writeFileSync(file, 'copy');
const leave = (...names: string[]) => names.forEach((name) => writeFileSync(path.join(folder, name), 'former'));

function keep(copy: (file: string, signal: AbortSignal) => Promise<void> = write) {
  stop = keepNightlyCopies({ folder, name: 'postgres', copy, warn: (sentence) => warned.push(sentence) });
}

async function minutes(count: number) {
  for (let minute = 0; minute < count; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(files().filter((name) => name.endsWith('.lock'))).toEqual([]));
  }
}

describe('the copies of the nights', () => {
  it('are made in the first minute after three in Paris, once a night, in winter and in summer', async () => {
    leave('nightly-postgres-2026-11-28T020000Z.dump', 'nightly-postgres-2026-07-13T010000Z.dump');
    for (const [before, made] of [
      ['2026-07-14T00:57:30Z', 'nightly-postgres-2026-07-14T010030Z.dump'],
      ['2026-11-29T01:57:30Z', 'nightly-postgres-2026-11-29T020030Z.dump'],
    ] as const) {
      at(before);
      keep();
      const former = files();
      await minutes(2);
      expect(files()).toEqual(former);
      await minutes(1);
      expect(files()).toContain(made);
      const after = files();
      await minutes(60);
      expect(files()).toEqual(after);
      await stop();
    }
  });

  it('begin a minute after the start of a site that slept at three, not with the start itself', async () => {
    leave('nightly-postgres-2026-11-28T020000Z.dump');
    at('2026-11-29T09:00:00Z');
    keep();
    expect(files()).toHaveLength(1);
    await minutes(1);
    expect(files()).toEqual(['nightly-postgres-2026-11-28T020000Z.dump', 'nightly-postgres-2026-11-29T090100Z.dump']);
  });

  it('are kept seven days, and nothing else of the folder is removed', async () => {
    const others = [
      'before-restore-2026-01-01T000000Z.dump',
      'dump-2026-01-01T000000Z.dump',
      'nightly-other-2026-01-01T000000Z.dump',
      'nightly-postgres-test-2026-01-01T000000Z.dump',
      'nightly-postgres-note.txt',
    ];
    leave(...others, 'nightly-postgres-2026-11-01T020000Z.dump', 'nightly-postgres-2026-11-02T020000Z.dump.partial');
    for (let day = 20; day <= 29; day += 1) {
      at(`2026-11-${day}T02:00:00Z`);
      keep();
      await minutes(1);
      await stop();
    }
    const kept = [22, 23, 24, 25, 26, 27, 28, 29].map((day) => `nightly-postgres-2026-11-${day}T020100Z.dump`);
    expect(files()).toEqual([...others, ...kept].toSorted());
  });

  it('that fail remove nothing, leave one line an hour, and are made once they can be', async () => {
    leave('nightly-postgres-2026-11-01T020000Z.dump');
    at('2026-11-29T02:00:00Z');
    let isFull = true;
    keep(async (file) => {
      if (isFull) throw new Error('le disque est plein.');
      await write(file);
    });
    await minutes(59);
    expect(warned).toEqual(['La copie de la nuit n’a pas été faite, les précédentes restent : le disque est plein.']);
    expect(files()).toEqual(['nightly-postgres-2026-11-01T020000Z.dump']);
    isFull = false;
    await minutes(3);
    expect(warned).toHaveLength(1);
    expect(files()).toEqual(['nightly-postgres-2026-11-29T030100Z.dump']);
  });

  it('are not stopped by a clock that was once ahead', async () => {
    leave('nightly-postgres-2031-01-01T020000Z.dump');
    at('2026-11-29T02:00:00Z');
    keep();
    await minutes(5);
    expect(files()).toHaveLength(2);
  });

  it('are made by one of two programs that serve the same database', async () => {
    at('2026-11-29T02:00:00Z');
    const made: string[] = [];
    const copy = async (file: string) => {
      made.push(file);
      await write(file);
    };
    keep(copy);
    const first = stop;
    keep(copy);
    await minutes(2);
    await first();
    expect(made).toHaveLength(1);
    expect(warned).toEqual([]);
  });

  it('do not hold back a site that stops: the copy under way is given up without a word', async () => {
    at('2026-11-29T02:00:00Z');
    const signals: AbortSignal[] = [];
    keep((_file, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    await stop();
    await vi.waitFor(() => expect(files()).toEqual([]));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([signals.length, warned]).toEqual([1, []]);
  });
});
