import { Socket } from 'node:net';

/**
 * For every connection, beside its address: an end that is no longer there is found out in less than half a minute, on
 * both sides. The systems' own answer is two hours, for which a site that vanished would hold its locks.
 */
export const KEPT_ALIVE = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=2',
};

/**
 * Sockets that end once nothing has come or gone for that many milliseconds. Without it, a question sent into a network
 * that lost the connection waits for a quarter of an hour.
 */
export const socketsThatGiveUp = (silentForMs: number) => (): Socket => {
  const socket = new Socket();
  return socket.setTimeout(silentForMs, () => socket.destroy());
};
