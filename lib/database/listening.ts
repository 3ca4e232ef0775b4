import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import pg from 'pg';
import { getHealthPool, lastingDatabaseUrl } from './db';
import { KEPT_ALIVE } from './kept-alive';

const BEAT_EVERY_MS = 2_000;
/** So that a change whose notification is lost is forgotten within ten seconds. */
const DEAF_AFTER_MS = 8_000;
const RECONNECT_AFTER_MS = 1_000;

/** A commit that notifies and cannot end, for want of its standby for instance, holds back all that notify. */
const BEAT = `SELECT set_config('lock_timeout', '1000', true), pg_notify($1, $2)`;

export type Listening = {
  /** Whether a notification sent some seconds ago has come. They come in order: so has every earlier one. */
  hears: () => boolean;
  close: () => void;
};

function openEar(onChange: () => void, onLost: () => void): Listening {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: lastingDatabaseUrl(),
    ...KEPT_ALIVE,
    connectionTimeoutMillis: 5_000,
    stream: () => socket,
  });
  const beats = `beat_${randomBytes(8).toString('hex')}`;
  const begunAt = performance.now();
  /** When the last beat that came was sent: whatever was notified before has come too. */
  let heardUpTo = Number.NEGATIVE_INFINITY;
  let isLost = false;

  const lose = () => {
    if (isLost) return;
    isLost = true;
    clearInterval(timer);
    // A goodbye would wait for an answer that may never come.
    socket.destroy();
    onLost();
  };
  const beat = () => {
    if (performance.now() - Math.max(begunAt, heardUpTo) > DEAF_AFTER_MS) return lose();
    getHealthPool()
      .query(BEAT, [beats, String(performance.now())])
      .catch(() => {});
  };
  const timer = setInterval(beat, BEAT_EVERY_MS).unref();

  client.on('error', lose);
  client.on('end', lose);
  client.on('notification', ({ channel, payload }) => {
    if (channel === beats) heardUpTo = Number(payload);
    else onChange();
  });
  const listen = async () => {
    await client.connect();
    await client.query(`LISTEN ${beats}`);
    await client.query('LISTEN directory_changed');
    beat();
  };
  listen().catch(lose);
  return { hears: () => !isLost && performance.now() - heardUpTo < DEAF_AFTER_MS, close: lose };
}

/** `forget` is also called each time that changes may have been missed. */
export function listenToChanges(forget: () => void): Listening {
  let isClosed = false;
  const open = (): Listening =>
    openEar(forget, () => {
      forget();
      if (isClosed) return;
      setTimeout(() => {
        if (!isClosed) ear = open();
      }, RECONNECT_AFTER_MS).unref();
    });
  let ear = open();
  return {
    hears: () => ear.hears(),
    close: () => {
      isClosed = true;
      ear.close();
    },
  };
}
