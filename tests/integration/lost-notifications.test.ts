import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginReading, closeCache, currentGeneration, recall, remember } from '@/lib/cache';
import { isConnectionError } from '@/lib/database/connection-error';
import { disconnect, getHealthPool, getPool } from '@/lib/database/db';
import { isDatabaseAvailable } from '@/lib/database/health';
import type { Relay } from '../support/relay';
import { openRelayedDatabase } from '../support/test-database';

/** Ten seconds are promised; a busy machine may take longer to look. */
const SOON = { timeout: 40_000, interval: 50 };
const BEATS_MS = 5_000;

let relay: Relay;
/** Another process. */
let aside: Client;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ relay, aside, close } = await openRelayedDatabase());
});
afterAll(() => close());

const untilKept = (key: string) =>
  vi.waitFor(async () => {
    await remember(key, async () => 'kept');
    expect(recall(key)).toBe('kept');
  }, SOON);
const untilForgotten = (key: string) => vi.waitFor(() => expect(recall(key)).toBeUndefined(), SOON);
const changeElsewhere = () => aside.query(`UPDATE wave SET note = note WHERE id = 'vague-1'`);

beforeEach(() => untilKept('probe'));

describe('an instance that its notifications no longer reach', () => {
  it('forgets what it kept, keeps nothing for as long as they are lost, then keeps again', async () => {
    relay.loseNotifications();
    await changeElsewhere();
    expect(recall('probe')).toBe('kept');
    await untilForgotten('probe');
    expect(currentGeneration()).toBeNull();

    const keepLate = beginReading();
    await remember('while deaf', async () => 'value');
    // It has connected again meanwhile, and been told that it listens.
    await sleep(BEATS_MS);
    await remember('while deaf', async () => 'value');
    expect(recall('while deaf')).toBeUndefined();

    relay.passNotifications();
    await untilKept('again');
    keepLate('begun while deaf', 'value');
    expect(recall('begun while deaf')).toBeUndefined();
  });

  it('finds out as well when nothing comes through any connection, gives them up and makes new ones', async () => {
    const held = await getPool().connect();
    held.on('error', () => {});
    await held.query('BEGIN');
    relay.stall();
    const asked = held.query('SELECT 1').catch((error: unknown) => error);
    await changeElsewhere();
    await untilForgotten('probe');
    await untilKept('again');
    expect(await isDatabaseAvailable()).toBe(true);
    expect(isConnectionError(await asked)).toBe(true);
    held.release(true);
    expect((await getPool().query('SELECT 1')).rowCount).toBe(1);
  });
});

describe('an instance that hears', () => {
  it('keeps its answers from beat to beat, whatever time the clock of the machine tells', async () => {
    const generation = currentGeneration();
    const clock = vi.spyOn(Date, 'now');
    for (const hours of [-1, 1]) {
      clock.mockReturnValue(Date.now() + hours * 3_600_000);
      await sleep(BEATS_MS);
      expect([recall('probe'), currentGeneration()]).toEqual(['kept', generation]);
    }
  });

  it('keeps again by itself after seconds during which the process did nothing else than compute', async () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 9_000);
    expect(recall('probe')).toBeUndefined();
    await untilKept('again');
  });
});

describe('every connection to the database', () => {
  it('is looked at from both ends, in seconds', async () => {
    const keepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive');
    closeCache();
    await disconnect();
    await untilKept('anew');
    for (const pool of [getPool(), getHealthPool()])
      expect((await pool.query('SHOW tcp_keepalives_idle')).rows).toEqual([{ tcp_keepalives_idle: '10' }]);
    // Those of the reads, of the health question and of the notifications.
    expect(keepAlive.mock.calls.length).toBeGreaterThanOrEqual(3);
    for (const call of keepAlive.mock.calls) expect(call).toEqual([true, 10_000]);
  });
});

describe('the question whether the database is there', () => {
  it('is asked again even after the clock of the machine was put back', async () => {
    expect(await isDatabaseAvailable()).toBe(true);
    await relay.cut();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
    await vi.waitFor(async () => expect(await isDatabaseAvailable()).toBe(false), SOON);
    clock.mockRestore();
    await relay.restore();
  });
});
